package org.coursewise.email.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.coursewise.email.message.DeliveryQueue;
import org.coursewise.email.message.Messages;
import org.coursewise.email.settings.EmailSettings;
import org.coursewise.email.suppression.Suppressions;
import org.coursewise.email.template.Renderer;
import org.coursewise.email.template.Templates;
import org.coursewise.email.unsubscribe.UnsubscribeLinks;

/** What delivery works with. */
@Singleton
record DeliveryParts(
        EmailSettings settings,
        Messages messages,
        DeliveryQueue queue,
        Templates templates,
        Renderer renderer,
        Consent consent,
        Suppressions suppressions,
        UnsubscribeLinks links,
        Clock clock) {

    @Inject
    DeliveryParts {}
}
