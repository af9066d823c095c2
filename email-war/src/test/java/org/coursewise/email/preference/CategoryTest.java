package org.coursewise.email.preference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTest {

    @ParameterizedTest
    @CsvSource({
        "email-verification, SECURITY",
        "address-known, SECURITY",
        "password-reset, SECURITY",
        "password-changed, SECURITY",
        "address-change-confirmation, SECURITY",
        "address-changed, SECURITY",
        "new-device, SECURITY",
        "welcome, ENROLLMENT",
        "enrollment-confirmation, ENROLLMENT",
        "waiting-list, ENROLLMENT",
        "course-completed, ENROLLMENT",
        "recommendation-digest, RECOMMENDATIONS",
    })
    void eachTemplateBelongsToACategory(String template, Category category) {
        assertThat(Category.of(template)).isEqualTo(category);
    }
}
