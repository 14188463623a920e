package io.cutovergate.harness.junit;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.subject.Subject;
import io.cutovergate.harness.subject.WholeSystem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.params.ParameterInfo;

/** Injects what checks ask for, and records each as an {@link Execution} under a deadline. */
public final class GateExtension implements ParameterResolver, InvocationInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(GateExtension.class);

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Evidence.class
                || type == Migration.class
                || type == Vantage.class
                || type == Gate.class
                || type.isAnnotationPresent(Provided.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Scope scope = scope(context);
        if (type == Evidence.class) {
            return scope.evidence();
        }
        if (type == Migration.class) {
            return scope.migration();
        }
        if (type == Gate.class) {
            return scope.session.plan().gate();
        }
        return type == Vantage.class ? scope.vantage() : provide(type, scope);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Scope scope = scope(context);
        // Subclasses and templates are asked by the class the plan knows: the one that declares nothing new is not
        // ours.
        Obligation obligation = scope.session
                .obligation(
                        context.getRequiredTestClass(), method.getExecutable().getName(), scope.subject)
                .orElse(null);
        Stop stop = scope.session.stopped();
        if (obligation == null || stop != null) {
            invocation.skip();
            if (stop != null) {
                throw new NotRun(stop.why());
            }
            return;
        }
        Execution execution = new Execution(obligation, context.getUniqueId(), scope.evidence, Instant.now());
        scope.session.begin(execution);
        try {
            List<Obligation> blockers = scope.session.blockers(obligation);
            if (!blockers.isEmpty()) {
                invocation.skip();
                throw new Blocked(blockers);
            }
            Deadline.run(invocation, scope.session.deadline(obligation.claim(), scope.subject), obligation);
            scope.session.end(execution, Instant.now(), null);
        } catch (Throwable thrown) {
            scope.session.end(execution, Instant.now(), thrown);
            throw thrown;
        }
    }

    private static Scope scope(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        Scope.class,
                        absent -> {
                            GateSession session = GateSession.of(context);
                            return new Scope(session, subject(session, context), session.evidence());
                        },
                        Scope.class);
    }

    private static Subject subject(GateSession session, ExtensionContext context) {
        ParameterInfo parameters = ParameterInfo.get(context);
        if (parameters != null
                && parameters.getArguments().size() > 0
                && parameters.getArguments().get(0) instanceof Subject subject) {
            return subject;
        }
        return session.subjects(context.getRequiredTestClass()).stream()
                .findFirst()
                .orElseGet(() -> new WholeSystem(session.plan().gate().vantage()));
    }

    private static Object provide(Class<?> type, Scope scope) {
        Provided provided = type.getAnnotation(Provided.class);
        try {
            return provided.by().getDeclaredConstructor().newInstance().provide(scope);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(provided.by().getName() + " cannot provide a " + type.getSimpleName(), e);
        }
    }

    private record Scope(GateSession session, Subject subject, Evidence evidence) implements CheckScope {

        @Override
        public Migration migration() {
            return session.plan().migration();
        }

        @Override
        public Vantage vantage() {
            return subject.vantage();
        }

        @Override
        public <T> T shared(Class<T> type, Object key, Supplier<T> maker) {
            return session.shared(type, key, maker);
        }
    }
}
