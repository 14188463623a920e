/** Answers held against an OpenAPI document. */
@NullMarked
package io.cutovergate.smoke.openapi;

import org.jspecify.annotations.NullMarked;
