package io.cutovergate.probe.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Writes a JSON value so that equal values are equal texts. */
final class CanonicalJson {

    private static final int LONGEST = 100;

    private CanonicalJson() {}

    static String print(JsonNode value) {
        if (value.isObject()) {
            TreeMap<String, String> members = new TreeMap<>();
            value.properties().forEach(member -> members.put(member.getKey(), print(member.getValue())));
            return "{"
                    + String.join(
                            ", ",
                            members.entrySet().stream()
                                    .map(member -> quote(member.getKey()) + ": " + member.getValue())
                                    .toList())
                    + "}";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(print(item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (value.isNumber()) {
            return number(value.decimalValue());
        }
        return value.toString();
    }

    private static String number(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        // 1E+999999999 must not be written out.
        return Math.abs(plain.scale()) < LONGEST ? plain.toPlainString() : plain.toString();
    }

    private static String quote(String text) {
        return TextNode.valueOf(text).toString();
    }
}
