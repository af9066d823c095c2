package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody learns who has an account, not from an answer and not from how long it takes. */
@Tag("abuse")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class TellNothingIT {

    private static final System.Logger LOG = System.getLogger(TellNothingIT.class.getName());
    /** A name may fail so often before it is throttled. */
    private static final int TRIES_OF_A_NAME = 10;

    private static final int NAMES = 20;
    private static final int PAIRS = NAMES * TRIES_OF_A_NAME;
    private static final double NANOS_OF_A_MILLI = 1e6;
    /** Of the standard deviation, that of the median; and how many of those are noise. */
    private static final double OF_MEDIAN = 1.2533;

    private static final double MANY_SIGMAS = 5;
    private static final double OF_ABSOLUTE_DEVIATION = 1.4826;
    private static final double LEAST_MILLIS = 0.5;

    private final LocalStack stack;
    private final Api api;

    TellNothingIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
    }

    /** A question put about one address. */
    interface Question extends BiFunction<Visitor, String, Api.Answer> {}

    @Test
    void aLogInTellsNothing() {
        var known = registered("log-in");
        compare("log-in", known, 401, (visitor, address) -> visitor.logIn(address, "not the password at all"));
    }

    @Test
    void aResetTellsNothing() {
        var known = registered("reset");
        compare(
                "password reset",
                known,
                202,
                (visitor, address) -> visitor.post("/api/v1/password-resets", Map.of("email", address)));
    }

    @Test
    void sendingALinkAgainTellsNothing() {
        var known = registered("again");
        compare(
                "verification",
                known,
                202,
                (visitor, address) -> visitor.post("/api/v1/email-verifications", Map.of("email", address)));
    }

    @Test
    void aRegistrationTellsNothing() {
        var known = registered("register");
        compare(
                "registration",
                known,
                202,
                (visitor, address) -> visitor.post(
                        "/api/v1/users",
                        Map.of(
                                "email",
                                known.contains(address) ? address : System.nanoTime() + address,
                                "password",
                                People.PASSWORD,
                                "displayName",
                                "Ada",
                                "locale",
                                "en")));
    }

    /** Accounts that nobody has confirmed are accounts too. */
    private List<String> registered(String subject) {
        var addresses = new ArrayList<String>();
        for (var i = 0; i < NAMES; i++) {
            var address = "known" + i + "." + subject + ".silent@example.org";
            assertThat(api.register(address, People.PASSWORD, "en").status()).isEqualTo(202);
            addresses.add(address);
        }
        addresses.forEach(address -> new Mailbox(stack.addresses().ports().imap(), address).waitFor(1));
        return addresses;
    }

    private void compare(String subject, List<String> known, int status, Question question) {
        var bodies = new HashSet<String>();
        var differences = new double[PAIRS];
        var ofKnown = new double[PAIRS];
        var ofUnknown = new double[PAIRS];
        for (var i = 0; i < PAIRS; i++) {
            // now the one first, now the other, so that what else the machine does meets both alike
            var address = known.get(i % NAMES);
            var nobodys = address.replace("known", "nobody");
            var visitor = new Visitor(stack, "198.18." + i / TRIES_OF_A_NAME + "." + i, Visitor.FIREFOX);
            if (i % 2 == 0) {
                ofKnown[i] = millis(visitor, address, status, question, bodies);
                ofUnknown[i] = millis(visitor, nobodys, status, question, bodies);
            } else {
                ofUnknown[i] = millis(visitor, nobodys, status, question, bodies);
                ofKnown[i] = millis(visitor, address, status, question, bodies);
            }
            differences[i] = ofKnown[i] - ofUnknown[i];
        }
        assertThat(bodies).as("what is answered").hasSize(1);
        var difference = median(differences);
        var deviations = Arrays.stream(differences)
                .map(each -> Math.abs(each - difference))
                .toArray();
        var noise = OF_MEDIAN * OF_ABSOLUTE_DEVIATION * median(deviations) / Math.sqrt(PAIRS);
        var tolerance = LEAST_MILLIS + MANY_SIGMAS * noise;
        LOG.log(
                System.Logger.Level.INFO,
                String.format(
                        "%s: known %.2f ms, unknown %.2f ms, difference %.2f ms of %.2f ms",
                        subject, median(ofKnown), median(ofUnknown), difference, tolerance));
        assertThat(Math.abs(difference)).as(subject).isLessThan(tolerance);
    }

    private double millis(Visitor visitor, String address, int status, Question question, Set<String> bodies) {
        var begun = System.nanoTime();
        var answer = question.apply(visitor, address);
        var taken = (System.nanoTime() - begun) / NANOS_OF_A_MILLI;
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        bodies.add(told(answer));
        return taken;
    }

    /** The body, without the number of the request. */
    private static String told(Api.Answer answer) {
        return answer.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
