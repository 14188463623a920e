package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What users see, whichever side serves it. */
@Section("What users see, whichever side serves it.")
public record PublicNames(
        @Key(
                value =
                        "Public host names, with a port where it is not 443, by the short name that the application file uses.",
                example = "{ www: www.shop.example, api: api.shop.example }")
        Map<String, String> hosts,

        @Key(
                value =
                        "Port of plain HTTP at every public host; who answers there must lead to HTTPS, and nobody need answer.",
                byDefault = "80")
        int httpPort,

        @Key(
                value =
                        "Hosts of third parties that pages load from; the browser reaches the public hosts and these, nothing else.",
                example = "[js.stripe.com]")
        List<String> thirdParties,

        @Key(value = "Name servers to ask.", byDefault = "{}")
        Dns dns,

        @Key(value = "Rules for certificates.", byDefault = "{}")
        Tls tls,

        @Key(value = "How the public names are switched to the target.", name = "switch", byDefault = "{}")
        Switch switching) {

    @Section("Name servers. Names are always asked with queries of our own, never through the system's cache.")
    public record Dns(
            @Key(value = "Authoritative servers of the zone, host or ip:port.", example = "[ns1.shop.example]")
            List<String> authoritative,

            @Key(
                    value = "Resolvers to ask, ip or ip:port; none means those of this machine.",
                    example = "[1.1.1.1, 8.8.8.8]")
            List<String> resolvers,

            @Key(value = "Greatest TTL that a public name may have before the switch.", byDefault = "300s")
            Duration maxTtl,

            @Key(
                    value =
                            "TTL that the public names had before it was lowered: whoever asked then keeps the answer for as long.",
                    example = "1d")
            @Nullable
            Duration previousTtl,

            @Key(
                    value = "File in which each run of dns-ttl-low adds which TTL it saw, and when.",
                    example = "dns-observations.jsonl")
            @Nullable
            Path observations,

            @Key(
                    value =
                            "Issuers of the certificates of the public names, by the domains that they publish for CAA records: a certificate does not say its issuer's.",
                    example = "[letsencrypt.org, digicert.com]")
            List<String> caa,

            @Key("Records that the move must leave as they are.")
            List<UnchangedRecord> unchanged,

            @Key(
                    value =
                            "Servers that still answer as it was before, for records of which public.dns.unchanged says no values; host or ip:port.",
                    example = "[ns1.old-provider.example]")
            List<String> before,

            @Key("Where the zone is signed (DNSSEC).") @Nullable
            Dnssec dnssec) {

        public Dns {
            if (before.isEmpty()
                    && unchanged.stream().anyMatch(kept -> kept.values().isEmpty())) {
                throw new IllegalArgumentException(
                        "unchanged needs values for each record where before names no server that still has them");
            }
        }
    }

    @Section("Signatures of the zone (DNSSEC). Declared, they are needed.")
    public record Dnssec(
            @Key(
                    value =
                            "Shortest time that each signature must stay valid: through the window of the cutover, and for the TTL.",
                    byDefault = "3h")
            Duration validFor) {}

    @Section("Rules for the certificates of the public names.")
    public record Tls(
            @Key(value = "Days that a certificate must stay valid.", byDefault = "21")
            int minDaysLeft,

            @Key(
                    value = "Certificate authorities trusted besides those of the system, as PEM files.",
                    example = "[ca.pem]")
            List<Path> ca,

            @Key(value = "What follows when revocation cannot be asked.", byDefault = "warn")
            Revocation revocation,

            @Key(value = "Shortest life of the HSTS promise; 0s asks for none.", byDefault = "180d")
            Duration minHsts,

            @Key(
                    value =
                            "Longest time from connecting to the end of the server's first flight, at the better of two attempts.",
                    byDefault = "2s")
            Duration maxHandshake,

            @Key("Our own certificate, where a server demands one.") @Nullable
            ClientCertificate clientCertificate) {}

    /** What follows when a responder or list of revocations cannot be reached. */
    public enum Revocation {
        REQUIRE,
        WARN,
        OFF
    }

    @Section("A client certificate for servers that demand one.")
    public record ClientCertificate(
            @Key("PEM file of the certificate and its chain.")
            Path certificate,

            @Key("The private key, PKCS #8 in PEM form.") Secret key) {}

    @Section("How the public names are switched; judged by who answers, whatever the mechanism.")
    public record Switch(
            @Key(value = "The mechanism.", byDefault = "dns")
            By by,

            @Key("Cloudflare's API, where the zone is there: it says of each record what name servers do not.")
            @Nullable
            Cloudflare cloudflare) {}

    @Section("Cloudflare's API; a token that may read the zone's records is enough.")
    public record Cloudflare(
            @Key(value = "Base address.", byDefault = "https://api.cloudflare.com/client/v4")
            String api,

            @Key(value = "ID of the zone.", example = "023e105f4ecef8ad9ca31a8372d0c353")
            String zone,

            @Key("API token.") Secret token) {}

    /** The mechanism of the switch. */
    public enum By {
        DNS,
        CLOUDFLARE_ORIGIN,
        GATEWAY_WEIGHT
    }
}
