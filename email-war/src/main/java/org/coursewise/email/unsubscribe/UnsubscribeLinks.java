package org.coursewise.email.unsubscribe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.coursewise.email.preference.Category;
import org.coursewise.email.settings.EmailSettings;
import org.coursewise.settings.SecretBox;
import org.coursewise.settings.UnsealableException;

/**
 * Links that turn one category off for one person without a log-in. The token is sealed: nobody else can make one, and
 * it tells a stranger neither who nor what. It is good for as long as its key is among {@code coursewise.data-keys}.
 */
@Singleton
public final class UnsubscribeLinks {

    private static final String PATH = "/api/v1/unsubscribe/";
    private static final String CONTEXT = "unsubscribe";
    private static final int LONGEST = 300;

    private final SecretBox keys;
    private final URI apiUrl;

    @Inject
    public UnsubscribeLinks(EmailSettings settings) {
        this.keys = settings.dataKeys();
        this.apiUrl = settings.apiUrl();
    }

    public URI to(String userId, Category category) {
        return URI.create(apiUrl + PATH + keys.seal(category.wire() + ":" + userId, CONTEXT));
    }

    /** What a token is about; nothing when it is not one of ours. */
    Optional<Subscription> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var parts = keys.openText(token, CONTEXT).split(":", 2);
            return Category.parse(parts[0])
                    .filter(category -> parts.length == 2)
                    .map(category -> new Subscription(parts[1], category));
        } catch (UnsealableException e) {
            return Optional.empty();
        }
    }
}
