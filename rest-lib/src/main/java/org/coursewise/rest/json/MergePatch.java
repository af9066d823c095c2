package org.coursewise.rest.json;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies a JSON Merge Patch (RFC 7396) to a record: what the patch names changes, what it sets to null is removed, what
 * it leaves out stays. The result is read as strictly as a body and validated as one.
 */
@ApplicationScoped
public class MergePatch {

    /** Its media type; plain JSON is taken too. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final @Nullable Validator validator;

    @Inject
    public MergePatch(Validator validator) {
        this.validator = validator;
    }

    /** For the container's proxy alone. */
    MergePatch() {
        this.validator = null;
    }

    /**
     * The record as it will be.
     *
     * @param current the editable state: a record of what a client may change, and nothing else
     * @throws ProblemException 400 when the patch is no object, names an unknown field or has a value of a wrong type
     * @throws ConstraintViolationException when the result breaks its constraints, which is answered 400 too
     */
    public <T extends Record> T apply(T current, JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw ProblemException.invalidInput("", "must be an object with the fields to change");
        }
        var mapper = StrictJson.mapper();
        T patched;
        try {
            ObjectNode target = mapper.valueToTree(current);
            for (var change : changes.properties()) {
                // a record has all its fields: one set to null stays as null, so that an unknown one is still seen
                target.set(
                        change.getKey(),
                        change.getValue().isNull()
                                ? NullNode.instance
                                : merged(target.get(change.getKey()), change.getValue()));
            }
            patched = mapper.treeToValue(target, type);
        } catch (JacksonException e) {
            throw JsonFault.translate(e);
        }
        if (validator != null) {
            var violations = validator.validate(patched);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
        }
        return patched;
    }

    /** MergePatch(Target, Patch) of RFC 7396, section 2. */
    private static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        for (var change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merged(result.get(change.getKey()), change.getValue()));
            }
        }
        return result;
    }
}
