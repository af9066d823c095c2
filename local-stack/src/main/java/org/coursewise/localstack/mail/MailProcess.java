package org.coursewise.localstack.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Takes mail for any address over SMTP and shows it over IMAP, where the user is the address and any password will do.
 * A mail is a file before its sender reads 250, so the mailboxes survive restarts.
 */
final class MailProcess {

    private MailProcess() {}

    public static void main(String[] arguments) throws IOException, MessagingException {
        var files = new MailFiles(Path.of(arguments[0]), Clock.systemUTC());
        var greenMail = new GreenMail(new ServerSetup[] {
                    setup(arguments[1], ServerSetup.PROTOCOL_SMTP), setup(arguments[2], ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        var users = greenMail.getUserManager();
        files.readAll((address, message) -> user(users, address).deliver(message));
        users.setMessageDeliveryHandler((message, recipient) -> {
            try {
                files.keep(recipient.getEmail(), message.getMessage());
            } catch (IOException e) {
                throw new MessagingException("The mail could not be kept", e);
            }
            return user(users, recipient.getEmail());
        });
        Runtime.getRuntime().addShutdownHook(new Thread(greenMail::stop, "stop"));
        greenMail.start();
    }

    private static ServerSetup setup(String port, String protocol) {
        return new ServerSetup(Integer.parseInt(port), "127.0.0.1", protocol);
    }

    private static synchronized GreenMailUser user(UserManager users, String address) {
        var known = users.getUserByEmail(address);
        try {
            return known != null ? known : users.createUser(address, address, address);
        } catch (UserException e) {
            throw new IllegalStateException("No mailbox for " + address, e);
        }
    }
}
