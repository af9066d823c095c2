package org.coursewise.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.coursewise.auth.account.Role;
import org.junit.jupiter.api.Test;

class GrantedRolesTest {

    @Test
    void whoHasShownNoSecondFactorKeepsTheOtherRoles() {
        assertThat(GrantedRoles.withoutAdmin(Set.of(Role.ADMIN, Role.INSTRUCTOR)))
                .containsExactly(Role.INSTRUCTOR);
    }

    @Test
    void whoIsAnAdministratorAloneMaySetOneUpAsALearner() {
        assertThat(GrantedRoles.withoutAdmin(Set.of(Role.ADMIN))).containsExactly(Role.LEARNER);
    }
}
