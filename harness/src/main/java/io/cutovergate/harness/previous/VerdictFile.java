package io.cutovergate.harness.previous;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a {@code verdict.json}; docs/schema/verdict.schema.json describes it. */
record VerdictFile(Gate gate, Path file) {

    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    PreviousVerdict read(String application) {
        JsonNode verdict = parse();
        if (verdict.path("format").asInt(0) != FORMAT) {
            throw refused("has the format " + verdict.path("format") + "; this version reads format " + FORMAT);
        }
        if (!text(verdict, "gate").equals(gate.id())) {
            throw refused("is a verdict of the gate " + text(verdict, "gate"));
        }
        if (!text(verdict, "application").equals(application)) {
            throw refused("is of the application " + text(verdict, "application") + ", not of " + application);
        }
        Map<String, String> release = new TreeMap<>();
        verdict.path("release")
                .properties()
                .forEach(service ->
                        release.put(service.getKey(), service.getValue().asText()));
        return new PreviousVerdict(
                gate,
                file,
                text(verdict, "environment"),
                text(verdict, "decision"),
                finished(verdict),
                release,
                obligations(verdict));
    }

    private JsonNode parse() {
        try {
            JsonNode verdict = MAPPER.readTree(Files.readAllBytes(file));
            if (!verdict.isObject()) {
                throw refused("is no verdict: it holds no JSON object");
            }
            return verdict;
        } catch (JsonProcessingException e) {
            throw new Unexamined(
                    this + " is no JSON: " + e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ")",
                    e);
        } catch (NoSuchFileException e) {
            throw new Unexamined(this + " does not exist", e);
        } catch (IOException e) {
            throw new Unexamined(this + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Instant finished(JsonNode verdict) {
        try {
            return Instant.parse(text(verdict, "finished"));
        } catch (DateTimeParseException e) {
            throw new Unexamined(this + " does not say when it ended: " + e.getMessage(), e);
        }
    }

    private List<PreviousObligation> obligations(JsonNode verdict) {
        List<PreviousObligation> all = new ArrayList<>();
        for (JsonNode item : verdict.path("items")) {
            for (JsonNode claim : item.path("claims")) {
                for (JsonNode obligation : claim.path("obligations")) {
                    all.add(new PreviousObligation(
                            text(item, "id"),
                            text(claim, "id"),
                            text(obligation, "subject"),
                            text(obligation, "status"),
                            samples(obligation),
                            kept(obligation)));
                }
            }
        }
        return List.copyOf(all);
    }

    private List<Sample> samples(JsonNode obligation) {
        List<Sample> samples = new ArrayList<>();
        for (JsonNode sample : obligation.path("samples")) {
            samples.add(new Sample(
                    text(sample, "name"),
                    text(sample, "subject"),
                    text(sample, "value"),
                    text(sample, "rule"),
                    text(sample, "key"),
                    sample.path("held").asBoolean(),
                    sample.path("detail").asText("")));
        }
        return List.copyOf(samples);
    }

    private List<Kept> kept(JsonNode obligation) {
        List<Kept> kept = new ArrayList<>();
        for (JsonNode attachment : obligation.path("attachments")) {
            kept.add(new Kept(
                    text(attachment, "name"),
                    file.resolveSibling(text(attachment, "file")),
                    text(attachment, "sha256")));
        }
        return List.copyOf(kept);
    }

    private String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (!value.isTextual()) {
            throw refused("is no verdict: '" + member + "' is missing");
        }
        return value.textValue();
    }

    private Unexamined refused(String why) {
        return new Unexamined(this + " " + why);
    }

    /** For messages: {@code verdicts/staging/verdict.json (previous.staging)}. */
    @Override
    public String toString() {
        return file + " (previous." + gate.id() + ")";
    }
}
