package io.cutovergate.harness.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives a class of checks the subjects that the plan asks for. */
public final class SubjectArguments implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return GateSession.of(context).subjects(context.getRequiredTestClass()).stream()
                .map(Arguments::of);
    }
}
