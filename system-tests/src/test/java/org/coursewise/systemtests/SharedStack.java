package org.coursewise.systemtests;

import java.nio.file.Path;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test of this module the same running stack, started with the first and stopped after the last. */
final class SharedStack implements ParameterResolver {

    /**
     * Signing keys follow each other every half minute, and there are fewer connections than requests at once, so that all
     * tests run while it is so. Models are trained by those alone who ask: a test says which one serves.
     */
    private static final Map<String, String> HURRIED = Map.of(
            "COURSEWISE_SIGNING_KEY_ROTATION", "PT30S",
            "COURSEWISE_SIGNING_KEY_LEAD", "PT4S",
            "COURSEWISE_SIGNING_KEY_REFRESH", "PT1S",
            "COURSEWISE_JWKS_REFRESH", "PT1S",
            "COURSEWISE_DATABASE_POOL_SIZE", "6",
            "COURSEWISE_TRAINING_SCHEDULE", "off");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedStack.class))
                .getOrComputeIfAbsent(LocalStack.class, type -> start(), LocalStack.class);
    }

    private static LocalStack start() {
        return LocalStack.start(StackOptions.in(Path.of(System.getProperty("stack.home")))
                .withFresh(true)
                .withObserve(true)
                .withSettings(HURRIED)
                .withReplicas("course", Integer.getInteger("replicas", 1))
                .withPortOffset(LocalStack.freePortOffset()));
    }
}
