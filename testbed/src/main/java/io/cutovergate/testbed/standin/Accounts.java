package io.cutovergate.testbed.standin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All who can log in. */
public final class Accounts {
    private final List<Account> all;
    private volatile List<String> granted = List.of();

    public Accounts(List<Account> all) {
        this.all = List.copyOf(all);
    }

    /** With their own roles. */
    public List<Account> all() {
        return all;
    }

    /** Roles that everybody has besides their own from now on. */
    public void grantToAll(List<String> roles) {
        granted = List.copyOf(roles);
    }

    /** The account with that name and password. */
    Optional<Account> authenticate(@Nullable String name, @Nullable String password) {
        return find(name).filter(account -> account.password().equals(password));
    }

    Optional<Account> find(@Nullable String name) {
        return all.stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .map(account -> account.with(granted));
    }
}
