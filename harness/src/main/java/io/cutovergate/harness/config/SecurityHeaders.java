package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.util.List;
import java.util.Map;

/** Headers that keep a browser from harm. */
@Section(
        "Headers that keep a browser from harm: X-Content-Type-Options is nosniff, no other site may frame HTML, and no version of the server's software is told.")
public record SecurityHeaders(
        @Key(value = "Paths that are asked; none means the one of health.", example = "[ / ]")
        List<String> paths,

        @Key(
                value =
                        "Headers besides, as in answer-headers; for X-Content-Type-Options what is said here takes the place of nosniff.",
                example = "{ Referrer-Policy: no-referrer, Content-Security-Policy: \"~ default-src 'self';.*\" }")
        Map<String, String> expect,

        @Key(value = "Whether other sites may frame it.", byDefault = "false")
        boolean framed,

        @Key(value = "Whether it may tell versions of its software.", byDefault = "false")
        boolean versions) {}
