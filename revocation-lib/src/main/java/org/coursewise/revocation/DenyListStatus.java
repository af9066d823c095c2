package org.coursewise.revocation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How well this replica knows which access tokens were taken back.
 *
 * @param entries facts that may still matter to a token
 * @param lagSeconds for how long it has not been known that every fact was read; below 3 when all is well
 * @param skipped records since the start that were no facts
 */
@Schema(name = "DenyListStatus")
public record DenyListStatus(
        @Schema(examples = "12") int entries,
        @Schema(examples = "1.4") double lagSeconds,
        @Schema(examples = "0") long skipped) {}
