package org.coursewise.course.startup;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.coursewise.course.catalog.IndexUpkeep;
import org.coursewise.course.consumer.CourseConsumers;
import org.coursewise.course.digest.DigestWorker;
import org.coursewise.course.figures.OnlineFigures;
import org.coursewise.course.hearing.ChangeWatch;
import org.coursewise.course.invitation.InvitationWorker;
import org.coursewise.course.recommendation.ServedModel;
import org.coursewise.course.recommendation.Shadow;
import org.coursewise.course.telemetry.RecommendationTelemetry;
import org.coursewise.course.training.TrainingSchedule;
import org.coursewise.events.outbox.OutboxRelay;
import org.coursewise.imports.ImportWorker;
import org.coursewise.postgres.Schema;

/**
 * Brings the database up to this version, then lets the outbox be emptied, files and invitations be taken, the model be
 * read, changes and facts be heard.
 */
@ApplicationScoped
class Startup {

    @Inject
    DataSource database;

    @Inject
    OutboxRelay relay;

    @Inject
    ImportWorker imports;

    @Inject
    InvitationWorker invitations;

    @Inject
    IndexUpkeep index;

    @Inject
    ServedModel model;

    @Inject
    Shadow shadow;

    @Inject
    TrainingSchedule schedule;

    @Inject
    DigestWorker digests;

    @Inject
    ChangeWatch changes;

    @Inject
    OnlineFigures figures;

    @Inject
    RecommendationTelemetry telemetry;

    @Inject
    CourseConsumers consumers;

    @Resource
    ManagedExecutorService executor;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Schema.migrate(database, Startup.class);
        relay.start(executor);
        imports.start(executor);
        invitations.start(executor);
        index.start(executor);
        model.start(executor);
        shadow.start(executor);
        schedule.start(executor);
        digests.start(executor);
        changes.start(executor);
        figures.start(executor);
        telemetry.start(executor);
        consumers.open();
    }
}
