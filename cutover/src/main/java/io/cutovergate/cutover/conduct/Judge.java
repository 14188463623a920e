package io.cutovergate.cutover.conduct;

import java.util.List;

/** Judges items while a script is conducted. */
public interface Judge {

    /** Why the item does not hold at this moment; empty where it does. Does not count for the verdict. */
    List<String> ask(String item);

    /** Judges the items for the verdict, now and never again; why one of them does not hold, empty where all do. */
    List<String> prove(List<String> items);
}
