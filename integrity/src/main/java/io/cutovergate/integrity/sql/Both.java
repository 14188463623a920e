package io.cutovergate.integrity.sql;

import io.cutovergate.harness.Side;
import java.util.function.Function;

/** The same thing of both sides. */
public record Both<T>(T source, T target) {

    public T on(Side side) {
        return side == Side.SOURCE ? source : target;
    }

    public <R> Both<R> map(Function<? super T, ? extends R> function) {
        return new Both<>(function.apply(source), function.apply(target));
    }

    /** Whether both sides say the same. */
    public boolean agree() {
        return source.equals(target);
    }
}
