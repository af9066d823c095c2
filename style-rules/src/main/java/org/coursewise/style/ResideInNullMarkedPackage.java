package org.coursewise.style;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Every package is {@link NullMarked} in its package-info. */
final class ResideInNullMarkedPackage extends ArchCondition<JavaClass> {

    ResideInNullMarkedPackage() {
        super("reside in a package marked with @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getPackageName() + " has no package-info.java with @NullMarked"));
        }
    }
}
