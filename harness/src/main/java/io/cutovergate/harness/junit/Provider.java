package io.cutovergate.harness.junit;

/** Makes what a check asks for. Must not wait for anybody: connections are opened when they are first used. */
public interface Provider<T> {
    T provide(CheckScope scope);
}
