package io.cutovergate.harness.config;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.yaml.Secrets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * One migration as its two files describe it. Names that one part uses of another exist: the files are refused
 * otherwise.
 *
 * @param file the environment file
 * @param secrets what must never be printed
 */
public record Migration(EnvironmentFile environment, ApplicationFile application, Path file, Secrets secrets) {

    /** The side's part of the environment file; an {@link IllegalStateException} where there is no source. */
    public SideConfig side(Side side) {
        if (side == Side.TARGET) {
            return environment.target();
        }
        if (environment.source() == null) {
            throw new IllegalStateException(file + " has no source");
        }
        return environment.source();
    }

    /** The public host of that short name, as the side knows it. */
    public Host host(String shortName, Side side) {
        String own = environment.source() == null && side == Side.SOURCE
                ? null
                : side(side).hosts().get(shortName);
        String host = own != null ? own : environment.publicNames().hosts().get(shortName);
        return Host.parse(Objects.requireNonNull(host, shortName));
    }

    /** Whether the files say where the source's services are reached while the public names may mean the target. */
    public boolean sourceAnswers() {
        SideConfig source = environment.source();
        return source != null && (source.entry() != null || !source.hosts().isEmpty());
    }

    public Service service(String name) {
        return Objects.requireNonNull(application.services().get(name), name);
    }

    public SideConfig.Database database(String name, Side side) {
        return Objects.requireNonNull(side(side).databases().get(name), name);
    }

    /** The account of that name. */
    public SyntheticAccount account(String name) {
        return Objects.requireNonNull(auth().accounts().get(name), name);
    }

    /** The service that an account's request goes to: its own, or the one that refusals are asked of. */
    public String serviceOf(SyntheticAccount account) {
        return account.service() != null
                ? account.service()
                : Objects.requireNonNull(auth().refusals()).service();
    }

    private Auth auth() {
        return Objects.requireNonNull(application.auth(), "auth");
    }
}
