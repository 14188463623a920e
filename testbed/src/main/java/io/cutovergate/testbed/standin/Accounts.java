package io.cutovergate.testbed.standin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All who can log in. */
public record Accounts(List<Account> all) {

    /** The account with that name and password. */
    Optional<Account> authenticate(@Nullable String name, @Nullable String password) {
        return find(name).filter(account -> account.password().equals(password));
    }

    Optional<Account> find(@Nullable String name) {
        return all.stream().filter(account -> account.name().equals(name)).findFirst();
    }
}
