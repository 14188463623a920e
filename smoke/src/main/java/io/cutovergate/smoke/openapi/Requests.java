package io.cutovergate.smoke.openapi;

import io.cutovergate.harness.subject.DocumentedService;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;

/** Requests of a document's operations. */
final class Requests {

    private Requests() {}

    /** With examples for what must be given, and the token of the account where the document secures the operation. */
    static HttpRequest of(DocumentedService service, Login login, Operation operation) {
        HttpRequest request = HttpRequest.of(
                operation.method(), service.host().origin() + operation.sample().orElseThrow());
        return operation.secured() ? login.as(service.as(), request) : request;
    }
}
