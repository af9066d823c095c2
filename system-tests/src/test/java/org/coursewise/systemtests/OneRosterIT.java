package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The files of a student information system come in by OneRoster 1.2, and go out so. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class OneRosterIT {

    private static final String COURSES =
            "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,"
                    + "subjectCodes\r\n";
    private static final String CLASSES =
            "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
                    + "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\r\n";
    private static final String ENROLLMENTS =
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,"
                    + "endDate";
    private static final String OUR_OWN =
            ",metadata.coursewise.enrolledAt,metadata.coursewise.completedAt,metadata.coursewise.status,"
                    + "metadata.coursewise.certificateId\r\n";

    private final Api api;
    private final People people;
    private final String client;
    private final Jobs jobs;

    OneRosterIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.client = people.client("catalog:write", "learning:write");
        this.jobs = new Jobs(api, client);
    }

    @Test
    void allThreeFilesGoOutAsTheyCameIn() {
        var courses = """
                rstr-sis-1,,,,Rostered algebra,RSTR-ALG,,coursewise,"Maths,Numbers",
                RSTR-GEO,,,,Rostered geometry,RSTR-GEO,,coursewise,,
                """.replace("\n", "\r\n");
        var classes = """
                rstr-class-1,,,Rostered algebra,,rstr-sis-1,RSTR-ALG,scheduled,,coursewise,coursewise,"Maths,Numbers",,
                RSTR-GEO,,,Rostered geometry,,RSTR-GEO,RSTR-GEO,scheduled,,coursewise,coursewise,,,
                """.replace("\n", "\r\n");
        var enrollments = """
                RSTR-GEO:rstr-ann,,,RSTR-GEO,coursewise,rstr-ann,student,,2026-09-01,,2026-09-01T07:30:00Z,,active,
                rstr-class-1:rstr-ann,,,rstr-class-1,coursewise,rstr-ann,student,,2026-09-01,,2026-09-01T00:00:00Z,2026-10-01T00:00:00Z,completed,0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a78
                rstr-class-1:rstr-bob,,,rstr-class-1,coursewise,rstr-bob,student,,,,,,waiting,
                """.replace("\n", "\r\n");
        for (var time = 1; time <= 2; time++) {
            take("courses", COURSES + courses);
            take("classes", CLASSES + classes);
            take("enrollments", ENROLLMENTS + OUR_OWN + enrollments);
            assertThat(exported("courses", "RSTR-")).isEqualTo(COURSES + courses);
            assertThat(exported("classes", "RSTR-")).isEqualTo(CLASSES + classes);
            assertThat(exported("enrollments", "rstr-")).isEqualTo(ENROLLMENTS + OUR_OWN + enrollments);
        }
        assertThat(found("RSTR-ALG").get(0).path("categories"))
                .extracting(category -> category.asString())
                .containsExactly("Maths", "Numbers");
    }

    @Test
    void severalClassesOfACourseAreThatCourse() {
        take("courses", COURSES + "sis-9,active,,,Rostered history,SEV-HIS,,org,,\r\n");
        take("classes", "sourcedId,title,courseSourcedId\r\nsev-a,Morning,sis-9\r\nsev-b,Evening,SEV-HIS\r\n");
        take("enrollments", ENROLLMENTS + """

                e1,active,,sev-a,org,sev-ann,student,,2026-09-01,2027-06-30
                e2,active,,sev-b,org,sev-bob,student,,2026-09-01,2027-06-30
                e3,active,,sis-9,org,sev-cyd,student,,2026-09-01,2027-06-30
                e4,active,,SEV-HIS,org,sev-dan,student,,2026-09-01,2027-06-30
                """);
        assertThat(found("SEV-HIS").get(0).path("enrolled").asInt()).isEqualTo(4);
        assertThat(exported("enrollments", "sev-bob")).contains("sev-a:sev-bob,,,sev-a,", ",active,\r\n");
    }

    @Test
    void whatIsToBeDeletedLeavesTheCatalogueOrGivesItsSeatBack() {
        take("courses", COURSES + "TBD-1,active,,,Rostered short,,,org,,\r\nTBD-2,active,,,Rostered long,,,org,,\r\n");
        take("enrollments", ENROLLMENTS + "\r\ne1,active,,TBD-2,org,del-ann,student,,2026-09-01,\r\n");
        take(
                "courses",
                COURSES + "TBD-1,tobedeleted,,,Rostered short,,,org,,\r\nTBD-3,tobedeleted,,,Never there,,,org,,\r\n");
        take("enrollments", ENROLLMENTS + "\r\ne1,tobedeleted,,TBD-2,org,del-ann,student,,,\r\n");
        assertThat(found("TBD-1")).isEmpty();
        var drafts = api.get("/api/v1/exports?kind=courses", client).body();
        assertThat(drafts).contains("TBD-1,Rostered short").doesNotContain("TBD-3");
        assertThat(found("TBD-2").get(0).path("enrolled").asInt()).isZero();
        assertThat(exported("courses", "TBD-1")).isEqualTo(COURSES);
        assertThat(exported("enrollments", "del-ann")).isEqualTo(ENROLLMENTS + OUR_OWN);
    }

    @Test
    void theLastRowOfALearnerCountsAndTheSameFileAgainChangesNothing() {
        take("courses", COURSES + "LST-1,active,,,Rostered last,,,org,,\r\n");
        var in = "e1,active,,LST-1,org,%s,student,,2026-09-01,\r\n";
        var out = "e1,tobedeleted,,LST-1,org,%s,student,,,\r\n";
        var leaves = in.formatted("lst-leaves") + out.formatted("lst-leaves");
        var stays = in.formatted("lst-stays") + out.formatted("lst-stays") + in.formatted("lst-stays");
        for (var time = 1; time <= 2; time++) {
            take("enrollments", ENROLLMENTS + "\r\n" + leaves + stays);
            assertThat(found("LST-1").get(0).path("enrolled").asInt()).isEqualTo(1);
            assertThat(exported("enrollments", "lst-")).contains("lst-stays").doesNotContain("lst-leaves");
        }
    }

    /** What the system ended it can begin again; what a learner gave up stays so. */
    @Test
    void whoWasToBeDeletedComesBackWithTheNextActiveRow() {
        take("courses", COURSES + "BCK-1,active,,,Rostered back,,,org,,\r\n");
        var in = ENROLLMENTS + "\r\ne1,active,,BCK-1,org,bck-ann,student,,2026-09-01,\r\n";
        take("enrollments", in);
        take("enrollments", ENROLLMENTS + "\r\ne1,tobedeleted,,BCK-1,org,bck-ann,student,,,\r\n");
        assertThat(exported("enrollments", "bck-ann")).isEqualTo(ENROLLMENTS + OUR_OWN);
        for (var time = 1; time <= 2; time++) {
            take("enrollments", in);
            assertThat(exported("enrollments", "bck-ann")).contains(",2026-09-01T00:00:00Z,,active,");
            assertThat(found("BCK-1").get(0).path("enrolled").asInt()).isEqualTo(1);
        }
        jobs.succeeded(
                Jobs.IMPORTS,
                jobs.sendFile(
                        "enrollments",
                        "learner,course_code,enrolled_at,status\nbck-ann,BCK-1,2026-09-01T00:00:00Z,cancelled\n"));
        take("enrollments", in);
        assertThat(exported("enrollments", "bck-ann")).isEqualTo(ENROLLMENTS + OUR_OWN);
    }

    @Test
    void aClassThatBeginsLaterSaysNotWhenALearnerWasEnrolled() {
        take("courses", COURSES + "FUT-1,active,,,Rostered future,,,org,,\r\n");
        take("enrollments", ENROLLMENTS + "\r\ne1,active,,FUT-1,org,fut-ann,student,,2999-09-01,\r\n");
        var row = exported("enrollments", "fut-ann");
        assertThat(row).contains("fut-ann,student,,,,,,active,");
        take("enrollments", row);
    }

    @Test
    void whatCannotBeTakenIsRefusedByItsLine() {
        take("courses", COURSES + "REF-1,,,,Rostered,,,org,,\r\n");
        var enrollments = jobs.succeeded(Jobs.IMPORTS, send("enrollments", ENROLLMENTS + """

                e1,active,,REF-1,org,ref-ann,student,,2026-09-01,
                e2,active,,REF-1,org,ref-teacher,teacher,true,,
                e3,active,,REF-2,org,ref-bob,student,,,
                e4,gone,,REF-1,org,ref-cyd,student,,,
                """));
        assertThat(enrollments.text("kind")).isEqualTo("enrollments");
        assertThat(reasons(enrollments))
                .containsExactly(
                        "role: must be student; who teaches a course comes with it, as instructor",
                        "classSourcedId: there is no class or course REF-2",
                        "status: must be active, tobedeleted");
        var classes =
                jobs.succeeded(Jobs.IMPORTS, send("classes", CLASSES + "c1,,,Lost,,REF-3,,scheduled,,org,term,,,\r\n"));
        assertThat(reasons(classes)).containsExactly("courseSourcedId: there is no course REF-3");
    }

    @Test
    void aFileOfAnotherFormatOrKindIsRefusedAtOnce() {
        assertThat(send("courses", "code,title\nA,B\n").problem()).isEqualTo("invalid-input");
        assertThat(send("users", "sourcedId\nA\n").problem()).isEqualTo("invalid-input");
        assertThat(jobs.sendFile("classes", CLASSES).problem()).isEqualTo("invalid-input");
        assertThat(api.get("/api/v1/exports?kind=classes", client).problem()).isEqualTo("invalid-input");
        var learning = people.client("learning:write");
        assertThat(api.get("/api/v1/exports?kind=classes&format=oneroster", learning)
                        .status())
                .isEqualTo(403);
    }

    private void take(String kind, String csv) {
        var job = jobs.succeeded(Jobs.IMPORTS, send(kind, csv));
        assertThat(reasons(job)).isEmpty();
    }

    private Api.Answer send(String kind, String csv) {
        return jobs.sendFile(kind + "&format=oneroster", csv);
    }

    private List<String> reasons(Api.Answer job) {
        return api.get(Jobs.IMPORTS + job.text("id") + "/errors", client)
                .json()
                .path("items")
                .valueStream()
                .map(error -> error.path("reason").asString())
                .toList();
    }

    /** The header, and the rows that hold a text. */
    private String exported(String kind, String text) {
        var answer = api.get("/api/v1/exports?format=oneroster&kind=" + kind, client);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("\"" + kind + ".csv\"");
        var rows = answer.body().split("(?<=\r\n)");
        return rows[0]
                + List.of(rows).stream()
                        .skip(1)
                        .filter(row -> row.contains(text))
                        .collect(Collectors.joining());
    }

    private JsonNode found(String code) {
        return api.get("/api/v1/courses?q=" + code).json().path("items");
    }
}
