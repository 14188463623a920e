package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Deployment;
import io.cutovergate.testbed.host.Digests;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.host.Replica;
import io.cutovergate.testbed.host.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Something else is deployed than should be. */
final class DeploymentFaults {
    private static final String IMAGE = ".*\\.(svg|png|webp|jpg|gif)";

    private DeploymentFaults() {}

    static Broken oldVersion(Installation installation) {
        return redeploy(
                installation.target(),
                List.of(installation.target().backends().get(0)),
                "SHOP_DIGEST",
                "sha256:" + "0".repeat(64));
    }

    /** As a pipeline does it: the new release is promoted, and then runs everywhere on the target. */
    static Broken releaseChanged(Installation installation) {
        Digests before = installation.promoted().digests();
        Digests newer = new Digests("sha256:" + "1".repeat(64), before.frontend());
        installation.promoted().move(newer);
        Broken deployed =
                redeploy(installation.target(), installation.target().backends(), "SHOP_DIGEST", newer.backend());
        return new Broken("backend " + newer.backend() + " promoted and deployed", () -> {
            installation.promoted().move(before);
            deployed.remedy().heal();
        });
    }

    static Broken authDisabled(Installation installation) {
        return redeploy(installation.target(), installation.target().backends(), "SHOP_AUTH", "off");
    }

    /** A rule of tokens that all backends leave out; see SHOP_AUTH_OMITS. */
    static Fault.Injection omits(String rule) {
        return installation ->
                redeploy(installation.target(), installation.target().backends(), "SHOP_AUTH_OMITS", rule);
    }

    static Broken cookieBare(Installation installation) {
        return redeploy(
                installation.target(),
                installation.target().backends(),
                "SHOP_SESSION_COOKIE",
                "Path=/; SameSite=None");
    }

    static Broken sessionCarried(Installation installation) {
        return redeploy(
                installation.target(),
                installation.target().backends(),
                "SHOP_SESSION_KEY",
                installation.plan().sessionKey(Side.SOURCE));
    }

    static Broken traceBroken(Installation installation) {
        return redeploy(installation.target(), installation.target().backends(), "SHOP_TRACE_PARENT", "off");
    }

    static Broken issuerMismatch(Installation installation) {
        return redeploy(
                installation.target(),
                installation.target().backends(),
                "SHOP_ISSUER",
                installation.plan().origin("id") + "/another");
    }

    static Broken scriptDamaged(Installation installation) throws IOException {
        Path script = installation.target().files().resolve("app.js");
        byte[] whole = Files.readAllBytes(script);
        Files.write(script, Arrays.copyOf(whole, whole.length / 2));
        return new Broken(
                "app.js cut to " + whole.length / 2 + " of " + whole.length + " bytes",
                () -> Files.write(script, whole));
    }

    static Broken assetMissing(Installation installation) throws IOException {
        Path root = installation.target().files();
        Path image;
        try (Stream<Path> files = Files.walk(root)) {
            image = files.filter(file -> file.toString().matches(IMAGE))
                    .min(Path::compareTo)
                    .orElseThrow(() -> new TestbedException("the frontend has no image"));
        }
        byte[] content = Files.readAllBytes(image);
        Files.delete(image);
        return new Broken(root.relativize(image) + " deleted", () -> Files.write(image, content));
    }

    private static Broken redeploy(Deployment target, List<Replica> replicas, String variable, String value) {
        String before = Objects.requireNonNull(replicas.get(0).settings().get(variable));
        replicas.forEach(replica -> replica.redeploy(variable, value));
        target.awaitReady();
        return new Broken(variable + " = " + value + " in " + replicas.size() + " backend(s)", () -> {
            replicas.forEach(replica -> replica.redeploy(variable, before));
            target.awaitReady();
        });
    }
}
