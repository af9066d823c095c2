package org.coursewise.localstack;

import java.nio.file.Path;
import java.time.Duration;
import org.coursewise.localstack.sample.SampleData;

/** What a person reads when all is ready: where everything is, who may log in, and lines to paste. */
record Welcome(
        Addresses addresses,
        String adminEmail,
        String adminPassword,
        String adminPasswordInShell,
        Path home,
        String learner) {

    String text(Duration after) {
        return """

                Coursewise is ready after %d s.

                  console   %s  (log in as the admin below)
                  API       %s/api/v1
                  services  auth %s, course %s, email %s  (each with /openapi, /health and /metrics)
                  Kafka     127.0.0.1:%d      PostgreSQL  127.0.0.1:%d
                  MongoDB   127.0.0.1:%d     SMTP, IMAP  127.0.0.1:%d, 127.0.0.1:%d

                  admin     %s
                  password  %s
                  mailbox   of any address over IMAP: user = the address, any password
                  data      %s

                Lines to try, one after the other:
                %s
                Ctrl-C stops everything and keeps the data; mvn -Prun -Dfresh begins anew.
                """.formatted(
                        after.toSeconds(),
                        addresses.console(),
                        addresses.api(),
                        addresses.auth(),
                        addresses.course(),
                        addresses.email(),
                        addresses.ports().kafka(),
                        addresses.ports().postgres(),
                        addresses.ports().mongo(),
                        addresses.ports().smtp(),
                        addresses.ports().imap(),
                        adminEmail,
                        adminPassword,
                        home,
                        lines());
    }

    /** The story of a learner, as commands that work as they are. */
    private String lines() {
        return """

                Register
                  curl -i @api@/api/v1/users -H 'Content-Type: application/json' -d '{"email":"@learner@","password":"correct horse battery staple","displayName":"Ada","locale":"en"}'

                Read the mail, then take the token out of its link
                  curl -s --retry 20 --retry-delay 1 --retry-all-errors '@imap@1' -u '@learner@:any'
                  TOKEN=$(curl -s '@imap@1' -u '@learner@:any' | tr -d '\\r' | sed -e :a -e '/=$/{N;s/=\\n//;ba' -e '}' | sed -n 's/.*verify?token=\\(3D\\)\\{0,1\\}\\([A-Za-z0-9_-]*\\).*/\\2/p' | head -n 1); echo "$TOKEN"

                Confirm the address
                  curl -i @api@/api/v1/email-verifications/confirmations -H 'Content-Type: application/json' -d "{\\"token\\":\\"$TOKEN\\"}"

                Log in, then ask who you are
                  ACCESS=$(curl -s @api@/api/v1/sessions -H 'Content-Type: application/json' -d '{"email":"@learner@","password":"correct horse battery staple"}' | sed -n 's/.*"accessToken" *: *"\\([^"]*\\)".*/\\1/p'); echo "$ACCESS"
                  curl -i @api@/api/v1/users/me -H "Authorization: Bearer $ACCESS"

                Search, enrol, read the mail that confirms it (the third one) and ask what to take next
                  curl -s '@api@/api/v1/courses?q=statistics&limit=3'
                  COURSE=$(curl -s '@api@/api/v1/courses?q=statistics&limit=1' | sed -n 's/.*"items":\\[{"id":"\\([^"]*\\)".*/\\1/p'); echo "$COURSE"
                  curl -i @api@/api/v1/enrollments -H "Authorization: Bearer $ACCESS" -H 'Content-Type: application/json' -d "{\\"courseId\\":\\"$COURSE\\"}"
                  curl -s --retry 20 --retry-delay 1 --retry-all-errors '@imap@3' -u '@learner@:any'
                  curl -s '@api@/api/v1/learners/me/recommendations?limit=5' -H "Authorization: Bearer $ACCESS"

                The same for one of the sample learners, as administrator
                  ADMIN=$(curl -s @api@/api/v1/sessions -H 'Content-Type: application/json' -d "{\\"email\\":\\"@admin@\\",\\"password\\":\\"@password@\\"}" | sed -n 's/.*"accessToken" *: *"\\([^"]*\\)".*/\\1/p'); echo "$ADMIN"
                  curl -s '@api@/api/v1/learners/@sample@/recommendations?limit=5' -H "Authorization: Bearer $ADMIN"
                """.replace("@api@", addresses.api().toString())
                .replace("@imap@", "imap://127.0.0.1:" + addresses.ports().imap() + "/INBOX;MAILINDEX=")
                .replace("@learner@", learner)
                .replace("@admin@", adminEmail)
                .replace("@password@", adminPasswordInShell)
                .replace("@sample@", SampleData.learner());
    }
}
