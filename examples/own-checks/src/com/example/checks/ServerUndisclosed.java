package com.example.checks;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.cutovergate.harness.Suite;
import io.cutovergate.harness.checklist.Gates;
import io.cutovergate.harness.checklist.Item;
import java.lang.annotation.Retention;

/** A line of our own for the checklist, asked at two gates. */
@Item(
        id = "server-undisclosed",
        title = "The server is undisclosed",
        proof = "no answer tells which version of which server made it",
        suite = Suite.SMOKE)
@Gates.Dev
@Gates.Staging
@Retention(RUNTIME)
public @interface ServerUndisclosed {}
