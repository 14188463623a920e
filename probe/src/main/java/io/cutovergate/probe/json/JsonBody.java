package io.cutovergate.probe.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.cutovergate.harness.evidence.Unexamined;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text, read by JSONPath (RFC 9535, as the json-path library knows it). Values are given as one canonical text,
 * so that equal values are equal texts: numbers by value ({@code 1.0} is {@code 1}), members of an object in the order
 * of their names.
 */
public final class JsonBody {

    /** What stands for a value that is not there. */
    public static final String ABSENT = "absent";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider(MAPPER))
            .mappingProvider(new JacksonMappingProvider(MAPPER))
            .build();

    private final JsonNode root;

    private JsonBody(JsonNode root) {
        this.root = root;
    }

    /** Reads the text; where it is no JSON, nothing stands at any path. */
    public static JsonBody of(String text) {
        try {
            return new JsonBody(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return new JsonBody(MissingNode.getInstance());
        }
    }

    /** The canonical text of the value at a path, or {@value #ABSENT}; {@link Unexamined} if it is no path. */
    public String at(String path) {
        JsonNode found = find(path);
        return found.isMissingNode() ? ABSENT : CanonicalJson.print(found);
    }

    /** The same without the quotes where the value is a text. */
    public String text(String path) {
        JsonNode found = find(path);
        return found.isTextual() ? found.textValue() : at(path);
    }

    /** How many values an indefinite path finds. */
    public long count(String path) {
        return find(path).size();
    }

    /** How much stands at a path: a number's value, the length of an array, the members of an object, 1 for anything else. */
    public long size(String path) {
        JsonNode found = find(path);
        return found.isNumber()
                ? found.longValue()
                : found.isContainerNode() ? found.size() : found.isValueNode() && !found.isNull() ? 1 : 0;
    }

    /** The texts of the values that an indefinite path finds, or of the elements of an array. */
    public List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        find(path).forEach(value -> texts.add(value.isTextual() ? value.textValue() : CanonicalJson.print(value)));
        return texts;
    }

    /** Whether the text is JSON. */
    public boolean isJson() {
        return !root.isMissingNode();
    }

    /** The canonical text of each value that holds no other, by its path: {@code $.items[0].price}. */
    public SortedMap<String, String> leaves() {
        SortedMap<String, String> leaves = new TreeMap<>();
        leaves("$", root, leaves);
        return leaves;
    }

    private static void leaves(String path, JsonNode node, SortedMap<String, String> leaves) {
        if (node.isContainerNode() && !node.isEmpty()) {
            if (node.isObject()) {
                node.properties().forEach(member -> leaves(path + "." + member.getKey(), member.getValue(), leaves));
            } else {
                for (int i = 0; i < node.size(); i++) {
                    leaves(path + "[" + i + "]", node.get(i), leaves);
                }
            }
        } else if (!node.isMissingNode()) {
            leaves.put(path, CanonicalJson.print(node));
        }
    }

    private JsonNode find(String path) {
        if (root.isMissingNode()) {
            return root;
        }
        try {
            Object found = JsonPath.using(CONFIGURATION).parse(root).read(path);
            return found instanceof JsonNode node ? node : MAPPER.valueToTree(found);
        } catch (PathNotFoundException e) {
            return MissingNode.getInstance();
        } catch (InvalidPathException e) {
            throw new Unexamined("'" + path + "' is no JSONPath: " + e.getMessage(), e);
        }
    }

    /** The canonical text of a value such as the files hold. */
    public static String print(@Nullable Object value) {
        return CanonicalJson.print(MAPPER.valueToTree(value));
    }
}
