package org.coursewise.email.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;
import org.coursewise.email.message.Content;
import org.coursewise.email.message.Message;
import org.coursewise.email.preference.Category;
import org.coursewise.email.settings.MailFrom;
import org.coursewise.email.template.RenderedMail;
import org.coursewise.email.template.Renderer;
import org.coursewise.email.template.RenderingException;
import org.coursewise.email.template.Templates;
import org.coursewise.email.unsubscribe.UnsubscribeLinks;
import org.coursewise.settings.SecretBox;
import org.coursewise.settings.UnsealableException;

/** Makes the mail of a message: plain text and HTML beside each other, the headers, and a signature over them. */
final class MailComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Templates templates;
    private final Renderer renderer;
    private final SecretBox mailKeys;
    private final MailFrom from;
    private final Function<Content, Optional<String>> users;
    private final UnsubscribeLinks links;
    private final Session session;
    private final Optional<MailSigner> signer;
    private final Clock clock;

    /**
     * @param users whose mail it is, where it is a user's
     * @param signer absent when mails are not signed
     */
    MailComposer(
            Templates templates,
            Renderer renderer,
            SecretBox mailKeys,
            MailFrom from,
            Function<Content, Optional<String>> users,
            UnsubscribeLinks links,
            Session session,
            Optional<MailSigner> signer,
            Clock clock) {
        this.templates = templates;
        this.renderer = renderer;
        this.mailKeys = mailKeys;
        this.from = from;
        this.users = users;
        this.links = links;
        this.session = session;
        this.signer = signer;
        this.clock = clock;
    }

    /** @throws UnmailableException when no mail can be made of it, now or later */
    MimeMessage compose(Message message) throws MessagingException {
        var content = message.content();
        var to = content.to();
        if (to == null) {
            throw new UnmailableException("The recipient is gone");
        }
        var rendered = render(content);
        var mail = new IdentifiedMail(
                session, "<" + message.id() + "@" + from.address().domain() + ">");
        try {
            mail.setFrom(new InternetAddress(from.address().value(), from.name(), UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is always there", e);
        }
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to.value()));
        mail.setSubject(rendered.subject(), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", rendered.locale());
        addUnsubscribe(mail, content);
        mail.setContent(bodies(rendered));
        mail.saveChanges();
        return signer.isPresent() ? signer.get().sign(mail) : mail;
    }

    /** RFC 8058: a mail program turns the mails off by itself, with one click. */
    private void addUnsubscribe(MimeMessage mail, Content content) throws MessagingException {
        var category = Category.of(content.template());
        var user = category.canBeTurnedOff() ? users.apply(content) : Optional.<String>empty();
        if (user.isPresent()) {
            mail.setHeader("List-Unsubscribe", "<" + links.to(user.get(), category) + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private RenderedMail render(Content content) {
        var template = templates
                .find(content.template(), content.locale())
                .orElseThrow(() -> new UnmailableException("There is no template " + content.template()));
        var values = new HashMap<>(content.variables());
        try {
            content.sealedVariables()
                    .forEach((name, closed) -> values.put(name, mailKeys.openText(closed, Content.sealContext(name))));
            return renderer.render(template, values);
        } catch (UnsealableException e) {
            throw new UnmailableException("A sealed variable cannot be opened: " + e.getMessage());
        } catch (RenderingException e) {
            throw new UnmailableException("Template " + template.name() + ": " + e.getMessage());
        }
    }

    private static MimeMultipart bodies(RenderedMail rendered) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(rendered.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(rendered.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** A mail that keeps its Message-ID, so that one sent twice after a crash can be told to be the same. */
    private static final class IdentifiedMail extends MimeMessage {

        private final String messageId;

        IdentifiedMail(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
