package io.cutovergate.probe.login;

import io.cutovergate.probe.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Element;

/** A form of a page, sent as a browser sends it by its first button (HTML, section 4.10.21). */
record PageForm(Element element, HttpRequest page) {

    /** What is sent without anybody's doing: hidden fields, what is preset or checked, and the button. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : element.select("input[name]")) {
            String type = field.attr("type").toLowerCase(Locale.ROOT);
            boolean isSent =
                    switch (type) {
                        case "submit", "button", "image", "reset", "file" -> false;
                        case "checkbox", "radio" -> field.hasAttr("checked");
                        default -> true;
                    };
            if (isSent) {
                fields.put(field.attr("name"), field.attr("value"));
            }
        }
        Element button = element.selectFirst("button[name]:not([type=button]), input[type=submit][name]");
        if (button != null) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        return fields;
    }

    /** Always in the body: an address would show what is secret. */
    HttpRequest sent(Map<String, String> fields) {
        String action =
                element.hasAttr("action") && !element.attr("action").isEmpty() ? element.absUrl("action") : page.url();
        return HttpRequest.of("POST", action)
                .header("Origin", origin())
                .header("Referer", page.url())
                .body(Issuer.FORM, Issuer.encode(fields));
    }

    /** Applications look whether a form comes from a page of their own (RFC 6454, section 7). */
    private String origin() {
        HttpUrl url = HttpUrl.get(page.url());
        boolean isUsual = url.port() == HttpUrl.defaultPort(url.scheme());
        return url.scheme() + "://" + url.host() + (isUsual ? "" : ":" + url.port());
    }
}
