package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.coursewise.client.ApiClient;
import org.coursewise.client.ApiException;
import org.coursewise.client.auth.api.OwnAccountApi;
import org.coursewise.client.auth.api.RegistrationApi;
import org.coursewise.client.auth.api.SessionsApi;
import org.coursewise.client.auth.model.Credentials;
import org.coursewise.client.auth.model.InvalidField;
import org.coursewise.client.auth.model.Problem;
import org.coursewise.client.auth.model.RegistrationRequest;
import org.coursewise.client.auth.model.TokenConfirmation;
import org.coursewise.client.course.api.CatalogueApi;
import org.coursewise.client.course.api.CatalogueApi.APICoursesListRequest;
import org.coursewise.client.course.api.EnrolmentsApi;
import org.coursewise.client.course.api.EnrolmentsApi.APIEnrollmentsListRequest;
import org.coursewise.client.course.api.RecommendationsApi;
import org.coursewise.client.course.api.RecommendationsApi.APILearnerRecommendationsGetRequest;
import org.coursewise.client.course.model.Course;
import org.coursewise.client.course.model.EnrollmentRequest;
import org.coursewise.client.course.model.EnrollmentStatus;
import org.coursewise.client.course.model.FeedbackEvent;
import org.coursewise.client.course.model.FeedbackRequest;
import org.coursewise.client.course.model.ListedEnrollment;
import org.coursewise.client.email.api.NotificationPreferencesApi;
import org.coursewise.client.email.api.OwnDataApi;
import org.coursewise.client.email.model.HeldMessage;
import org.coursewise.client.email.model.NotificationPreferencesRequest;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client's developer does first, with nothing but the classes that java-client makes from the API's documents. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class GeneratedClientIT {

    private static final String EMAIL = "rosalind.client@example.org";
    private static final String PASSWORD = "correct horse battery staple";

    private final ApiClient client = new ApiClient();
    private final Mailbox mailbox;
    private Course course = new Course();

    GeneratedClientIT(LocalStack stack) {
        client.updateBaseUri(stack.addresses().api().toString());
        mailbox = new Mailbox(stack.addresses().ports().imap(), EMAIL);
        stack.loadSampleData();
    }

    @Test
    @Order(1)
    void register() throws ApiException {
        var registration = new RegistrationApi(client);
        registration.usersRegister(
                new RegistrationRequest()
                        .email(EMAIL)
                        .password(PASSWORD)
                        .displayName("Rosalind")
                        .locale("en"),
                null);
        var token = mailbox.waitFor(1).get(0).token();
        registration.emailVerificationsConfirm(new TokenConfirmation().token(token));
    }

    @Test
    @Order(2)
    void logIn() throws ApiException {
        var tokens = new SessionsApi(client)
                .sessionsLogIn(new Credentials().email(EMAIL).password(PASSWORD), "A client of mine");
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + tokens.getAccessToken()));
        assertThat(new OwnAccountApi(client).meGet().getEmail()).isEqualTo(EMAIL);
    }

    @Test
    @Order(3)
    void lookForACourseAndReadIt() throws ApiException {
        var catalogue = new CatalogueApi(client);
        var found = catalogue.coursesList(
                APICoursesListRequest.newBuilder().q("linear algebra").limit(5).build());
        course = catalogue.coursesGet(found.getItems().get(0).getId());
        assertThat(course.getTitle()).contains("Algebra");
    }

    @Test
    @Order(4)
    void enrolAndSeeOnesEnrolments() throws ApiException {
        var enrolments = new EnrolmentsApi(client);
        var enrolment = enrolments.enrollmentsEnroll(new EnrollmentRequest().courseId(course.getId()), null);
        assertThat(enrolment.getStatus()).isEqualTo(EnrollmentStatus.ACTIVE);
        var own = enrolments.enrollmentsList(
                APIEnrollmentsListRequest.newBuilder().limit(20).build());
        assertThat(own.getItems()).extracting(ListedEnrollment::getId).containsExactly(enrolment.getId());
    }

    @Test
    @Order(5)
    void askWhatToTakeNextAndSayWhatIsNotWanted() throws ApiException {
        var recommendations = new RecommendationsApi(client);
        var mine = APILearnerRecommendationsGetRequest.newBuilder()
                .learnerId("me")
                .limit(5)
                .build();
        var answer = recommendations.learnerRecommendationsGet(mine);
        var unwanted = answer.getItems().get(0).getCourse();
        recommendations.feedbackTake(
                new FeedbackRequest()
                        .addEventsItem(new FeedbackEvent()
                                .recommendationId(answer.getRecommendationId())
                                .courseId(unwanted.getId())
                                .type(FeedbackEvent.TypeEnum.DISMISS)),
                null);
        assertThat(recommendations.learnerRecommendationsGet(mine).getItems())
                .hasSize(5)
                .noneMatch(item -> item.getCourse().equals(unwanted));
    }

    @Test
    @Order(6)
    void chooseWhichMailsToGetAndSeeWhichCame() throws ApiException {
        var preferences = new NotificationPreferencesApi(client);
        preferences.notificationPreferencesSet(
                new NotificationPreferencesRequest().enrollment(true).recommendations(false));
        assertThat(preferences.notificationPreferencesGet().getRecommendations())
                .isFalse();
        mailbox.waitFor("You are enrolled in " + course.getTitle());
        assertThat(new OwnDataApi(client).myExportExport().getMessages())
                .extracting(HeldMessage::getTemplate)
                .contains("email-verification", "enrollment-confirmation");
    }

    @Test
    @Order(7)
    void beToldWhatIsWrong() {
        var again = catchThrowableOfType(ApiException.class, () -> new EnrolmentsApi(client)
                .enrollmentsEnroll(new EnrollmentRequest().courseId(course.getId()), null));
        assertThat(again.getCode()).isEqualTo(409);
        assertThat(problem(again).getType()).hasPath("/problems/already-enrolled");

        var invalid = catchThrowableOfType(ApiException.class, () -> new RegistrationApi(client)
                .usersRegister(new RegistrationRequest().email(EMAIL).password(PASSWORD), null));
        assertThat(invalid.getCode()).isEqualTo(400);
        assertThat(problem(invalid).getErrors())
                .extracting(InvalidField::getField)
                .containsExactly("displayName");
    }

    @Test
    @Order(8)
    void logOut() throws ApiException {
        new SessionsApi(client).sessionsLogOut();
        var after = catchThrowableOfType(ApiException.class, () -> new OwnAccountApi(client).meGet());
        assertThat(after.getCode()).isEqualTo(401);
    }

    private Problem problem(ApiException exception) {
        return client.getObjectMapper().readValue(exception.getResponseBody(), Problem.class);
    }
}
