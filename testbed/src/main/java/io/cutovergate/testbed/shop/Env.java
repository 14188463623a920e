package io.cutovergate.testbed.shop;

import java.util.Map;
import java.util.Optional;

/** The settings of a process: environment variables that start with {@code SHOP_}. Blank means not set. */
record Env(Map<String, String> values) {

    static Env ofProcess() {
        return new Env(System.getenv());
    }

    Optional<String> maybe(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** The value; an {@link IllegalStateException} that names the variable when it is missing. */
    String need(String name) {
        return maybe(name).orElseThrow(() -> new IllegalStateException("environment variable " + name + " is not set"));
    }

    /** A whole number; anything else is an error that names the variable. */
    int number(String name) {
        String value = need(name);
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalStateException("environment variable " + name + " is \"" + value + "\", not a number");
        }
        return Integer.parseInt(value);
    }

    /** A switch, {@code on} unless said otherwise; anything but {@code on} and {@code off} is an error. */
    boolean on(String name) {
        String value = maybe(name).orElse("on");
        if (!value.equals("on") && !value.equals("off")) {
            throw new IllegalStateException("environment variable " + name + " is \"" + value + "\"; allowed: on, off");
        }
        return value.equals("on");
    }
}
