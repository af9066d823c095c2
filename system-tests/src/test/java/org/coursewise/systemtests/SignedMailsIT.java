package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.home.Secrets;
import org.coursewise.localstack.home.StackHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every mail that arrives is signed by the domain it says it is from. */
@ExtendWith(SharedStack.class)
class SignedMailsIT {

    private final LocalStack stack;

    SignedMailsIT(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void whoeverReceivesAMailSeesThatItIsOursAndUnchanged() throws Exception {
        var address = "signed.mails@example.org";
        new People(stack).join(address);
        var mailbox = new Mailbox(stack.addresses().ports().imap(), address);
        // one that can be turned off, and one that cannot
        mailbox.waitFor("Welcome");
        var mails = mailbox.sources();
        var verifier =
                new DKIMVerifier((method, selector, domain) -> List.of(record(selector + "._domainkey." + domain)));

        assertThat(mails).hasSizeGreaterThan(1);
        for (var mail : mails) {
            assertThat(verifier.verify(new ByteArrayInputStream(mail)))
                    .extracting(SignatureRecord::getDToken)
                    .extracting(CharSequence::toString)
                    .containsExactly("coursewise.example");
            var text = new String(mail, StandardCharsets.ISO_8859_1);
            assertThat(text).containsOnlyOnce("\r\nDKIM-Signature: ");
            var another = "From: eve@example.org\r\n" + text;
            var changed = text.replaceFirst("\r\nSubject: ", "\r\nSubject: Not ");
            for (var forged : List.of(another, changed)) {
                var bytes = new ByteArrayInputStream(forged.getBytes(StandardCharsets.ISO_8859_1));
                assertThatThrownBy(() -> verifier.verify(bytes)).isInstanceOf(FailException.class);
            }
        }
    }

    /** What stands in DNS under a name. */
    private static String record(String name) {
        assertThat(name).isEqualTo("local._domainkey.coursewise.example");
        try {
            var file = new Secrets(new StackHome(Path.of(System.getProperty("stack.home")))).file("dkim");
            var pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            var factory = KeyFactory.getInstance("RSA");
            var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem));
            var key = (RSAPrivateCrtKey) factory.generatePrivate(spec);
            var shown = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(shown.getEncoded());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
