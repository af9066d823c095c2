package org.coursewise.email.preference;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which mails somebody gets, by category. */
@Schema(name = "NotificationPreferences")
public record PreferencesView(
        @Schema(description = "About the account itself; always true", examples = "true")
        boolean security,

        @Schema(description = "About one's own courses: a seat, the line, a completion", examples = "true")
        boolean enrollment,

        @Schema(description = "What else to learn; false until it is asked for", examples = "false")
        boolean recommendations) {

    public static PreferencesView of(Map<Category, Boolean> wanted) {
        return new PreferencesView(
                isOn(wanted, Category.SECURITY),
                isOn(wanted, Category.ENROLLMENT),
                isOn(wanted, Category.RECOMMENDATIONS));
    }

    private static boolean isOn(Map<Category, Boolean> wanted, Category category) {
        return Boolean.TRUE.equals(wanted.get(category));
    }
}
