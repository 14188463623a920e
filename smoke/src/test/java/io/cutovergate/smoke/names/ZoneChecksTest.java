package io.cutovergate.smoke.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.plan.Planner;
import io.cutovergate.harness.run.GateRun;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.RunListener;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestFiles;
import io.cutovergate.probe.testing.TestNames;
import io.cutovergate.testbed.net.DnsApi;
import io.cutovergate.testbed.net.DnsRecord;
import io.cutovergate.testbed.net.NameServer;
import io.cutovergate.testbed.net.Web;
import io.cutovergate.testbed.net.Zone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a name server that serves a signed zone, and the API that edits it. */
class ZoneChecksTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String MX = "unchanged: [ { name: shop.test, type: MX, values: [ \"10 mail.shop.test.\" ] } ]";

    @TempDir
    Path folder;

    private Zone zone;
    private String server;

    @BeforeEach
    void start() throws IOException {
        zone = zone("10 mail.shop.test.");
        server = serve(zone);
    }

    @Test
    void anAuthorityThatTheZoneNamesMayIssue() throws IOException {
        put("caa", "CAA", "shop.test", "0 issue \"ca.test; validationmethods=dns-01\"");
        assertThat(caa().status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void anotherAuthorityNamedNearerForbids() throws IOException {
        put("caa", "CAA", "shop.test", "0 issue \"ca.test\"");
        put("nearer", "CAA", "api.shop.test", "0 issue \"other.test\"");
        assertFailed(
                caa(),
                "ca.test may issue certificates, by " + server + " of api.shop.test",
                "is false; rule: exactly true (public.dns.caa; RFC 8659, sections 3 and 4.2)",
                "api.shop.test. CAA 0 issue \"other.test\"");
    }

    @Test
    void aCriticalPropertyThatNobodyKnowsForbids() throws IOException {
        put("caa", "CAA", "shop.test", "128 future \"ca.test\"");
        assertFailed(caa(), "128 future");
        put("caa", "CAA", "shop.test", "0 iodef \"mailto:a@shop.test\"");
        assertThat(caa().status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aboveTheZoneAResolverMustSay() {
        assertUnproven(caa(), "answers REFUSED for CAA test");
    }

    @Test
    void recordsOfMailAreHeldAgainstWhatIsDeclared() throws IOException {
        assertThat(unchanged(MX).status()).isEqualTo(Status.PROVEN);
        put("mx", "MX", "shop.test", "10 mail.new.test.");
        assertFailed(
                unchanged(MX),
                "records at " + server + " of MX shop.test",
                "is 10 mail.new.test.; rule: exactly 10 mail.shop.test. (public.dns.unchanged.values)");
    }

    @Test
    void recordsOfMailAreHeldAgainstTheOldServers() throws IOException {
        Zone old = zone("10 mail.shop.test.");
        String before = "before: [ \"" + serve(old) + "\" ], unchanged: [ { name: shop.test, type: MX }, "
                + "{ name: shop.test, type: TXT, beginning: v=spf1 } ]";
        old.put(new DnsRecord("spf", "TXT", "shop.test", "\"v=spf1 \" \"-all\"", 60));
        assertFailed(unchanged(before), "of TXT shop.test (v=spf1)", "rule: exactly v=spf1 -all (public.dns.before)");
        put("spf", "TXT", "shop.test", "\"v=spf1 -all\"");
        put("other", "TXT", "shop.test", "\"site-verification=1\"");
        assertThat(unchanged(before).status()).isEqualTo(Status.PROVEN);
        old.remove("spf");
        assertUnproven(unchanged(before), "has no TXT shop.test (v=spf1), so there is nothing that could stay");
    }

    @Test
    void aServerWithoutAuthorityProvesNothing() throws IOException {
        try (TestNames other = new TestNames().knows("shop.test", "MX 10 mail.shop.test.")) {
            assertUnproven(
                    judge(UnchangedChecks.class, other.address(), MX, "{ by: dns }"), "answers without authority");
        }
    }

    @Test
    void signaturesHoldFromTheParentDown() throws IOException {
        assertThat(signatures().status()).isEqualTo(Status.PROVEN);
        zone.sign(Duration.ofMinutes(30));
        assertFailed(
                signatures(),
                "time that the signature over A api.shop.test. at " + server + " still holds",
                "rule: at least 3h (public.dns.dnssec.valid-for");
    }

    @Test
    void keysThatTheParentDoesNotVouchForAreNotBelieved() throws IOException {
        zone.vouched(false);
        assertFailed(
                signatures(),
                "keys of shop.test. at " + server + " that its parent vouches for of api.shop.test",
                "1 DS records at the parent, 1 keys in the zone");
    }

    @Test
    void aZoneThatIsNotSignedFailsWhereItIsDeclared() throws IOException {
        try (TestNames plain = new TestNames().authoritative()) {
            plain.knows("shop.test", "SOA ns1.shop.test. root.shop.test. 1 1 1 1 1");
            plain.knows("api.shop.test", "A 127.0.0.1", "SOA ns1.shop.test. root.shop.test. 1 1 1 1 1");
            assertFailed(
                    judge(SignatureChecks.class, plain.address(), "dnssec: {}", "{ by: dns }"),
                    "is 0; rule: at least 1",
                    "no signature of the zone's keys over it holds now");
        }
    }

    @Test
    void theProviderSaysWhichMechanismItIs() throws IOException {
        String api = api("secret");
        assertThat(provider("dns", api).status()).isEqualTo(Status.PROVEN);
        assertFailed(
                provider("cloudflare-origin", api),
                "proxied by Cloudflare: A record of api.shop.test",
                "is false; rule: exactly true (public.switch.by)",
                "origin at Cloudflare is the source's entry");
        zone.put(new DnsRecord("api", "A", "api.shop.test", "127.0.0.9", 60, true));
        assertFailed(provider("dns", api), "is true; rule: exactly false (public.switch.by)");
        assertThat(provider("cloudflare-origin", api).status()).isEqualTo(Status.PROVEN);
        zone.put(new DnsRecord("api", "A", "api.shop.test", "127.0.0.1", 86_400));
        assertFailed(provider("dns", api), "TTL at Cloudflare", "rule: at most 5m (public.dns.max-ttl)");
    }

    @Test
    void aProviderThatRefusesProvesNothing() throws IOException {
        assertUnproven(provider("dns", api("another")), "Authentication error");
    }

    private ItemResult caa() {
        return judge(CaaChecks.class, server, "caa: [ ca.test ]", "{ by: dns }");
    }

    private ItemResult unchanged(String rules) {
        return judge(UnchangedChecks.class, server, rules, "{ by: dns }");
    }

    private ItemResult signatures() {
        return judge(SignatureChecks.class, server, "dnssec: {}", "{ by: dns }");
    }

    private ItemResult provider(String by, String api) {
        return judge(
                ProviderChecks.class,
                server,
                "max-ttl: 5m",
                "{ by: " + by + ", cloudflare: { api: \"" + api + "\", zone: " + zone.id()
                        + ", token: \"${command:printf secret}\" } }");
    }

    private ItemResult judge(Class<?> checks, String names, String dns, String switching) {
        Migration migration = TestFiles.migration(folder, """
                services:
                  backend: { host: api, health: { ready: /ready } }
                """, """
                public:
                  hosts: { api: api.shop.test }
                  dns: { authoritative: ["%s"], resolvers: ["%s"], %s }
                  switch: %s
                source: { name: old, entry: "127.0.0.9:8443" }
                target: { name: new, entry: 127.0.0.1 }
                """.formatted(names, names, dns, switching));
        Plan plan = new Planner(
                        List.of(ChecklistItem.of(ClaimReader.item(checks).orElseThrow())),
                        ClaimReader.claims(checks),
                        ZoneChecksTest.class.getClassLoader())
                .plan(Gate.PRE_CUTOVER, migration, Narrowing.NONE);
        return new GateRun(
                        plan,
                        ZoneChecksTest.class.getClassLoader(),
                        folder.resolve("evidence"),
                        new RunListener() {},
                        Clock.systemUTC())
                .execute()
                .items()
                .get(0);
    }

    private void put(String id, String type, String name, String content) throws IOException {
        zone.put(new DnsRecord(id, type, name, content, 60));
    }

    private static Zone zone(String mx) throws IOException {
        Zone zone = new Zone("shop.test");
        zone.put(new DnsRecord("api", "A", "api.shop.test", LOOPBACK, 60));
        zone.put(new DnsRecord("mx", "MX", "shop.test", mx, 60));
        return zone;
    }

    private static String serve(Zone zone) throws IOException {
        int port = free();
        NameServer.start(zone, LOOPBACK, port);
        return LOOPBACK + ":" + port;
    }

    private String api(String token) throws IOException {
        int port = free();
        Web.start().serve(LOOPBACK, port, new DnsApi(zone, token));
        return "http://" + LOOPBACK + ":" + port + "/client/v4";
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }

    private static void assertFailed(ItemResult result, String... parts) {
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(String.join("\n", result.causes())).contains(parts);
    }

    private static void assertUnproven(ItemResult result, String part) {
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(String.join("\n", result.causes())).contains(part);
    }
}
