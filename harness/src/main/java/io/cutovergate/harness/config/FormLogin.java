package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import org.jspecify.annotations.Nullable;

/** Where an account of kind form logs in: a page of the application's own, or one that leads to its provider's. */
@Section("Where an account of kind form logs in, and what tells that it has.")
public record FormLogin(
        @Key(value = "Path of the page with the form, of the account's service.", example = "/login")
        String page,

        @Key("Name of the field for the account's name; without it the field is found as password managers find it.")
        @Nullable
        String nameField,

        @Key("Name of the field for the password; without it the first of type password.") @Nullable
        String passwordField,

        @Key(
                value =
                        "Name of the hidden field with the token against forgery; without it a field with the name that a well-known framework gives it.",
                example = "_csrf")
        @Nullable
        String tokenField,

        @Key(
                value =
                        "Whether the form is to be refused without such a token, and with that of another visitor. false where the form is not the application's own.",
                byDefault = "true")
        boolean refusedWithoutToken,

        @Key(
                value =
                        "Path that a login leads to; without it any page that answers with less than 400 and does not ask for the password again.",
                example = "/account")
        @Nullable
        String leadsTo,

        @Key(value = "CSS selector of an element of the page that a login leads to.", example = "#signed-in") @Nullable
        String shows) {}
