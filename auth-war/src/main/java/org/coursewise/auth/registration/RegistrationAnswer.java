package org.coursewise.auth.registration;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same for a known address and an unknown one. */
@Schema(name = "RegistrationAnswer")
record RegistrationAnswer(
        @Schema(examples = "verification-sent") String status) {

    static final RegistrationAnswer VERIFICATION_SENT = new RegistrationAnswer("verification-sent");
}
