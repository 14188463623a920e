/** Whether a certificate was taken back: by an answer that the server staples, a responder, or a list. */
@NullMarked
package io.cutovergate.probe.tls.revocation;

import org.jspecify.annotations.NullMarked;
