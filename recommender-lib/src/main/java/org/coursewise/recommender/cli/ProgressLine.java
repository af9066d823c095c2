package org.coursewise.recommender.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.coursewise.recommender.training.TrainingListener;

/** Shows the stages of training as one bar on standard error. */
public final class ProgressLine implements TrainingListener, AutoCloseable {

    /** The stages in their order, and about how much of the whole each takes, in percent. */
    private enum Stage {
        /** Elsewhere, where it takes as long as it takes; here it is a part of the others. */
        EVIDENCE(0),
        TUNING(25),
        FOLDS(30),
        RANKER(35),
        VALIDATION(2),
        SOURCES(8);

        private final int percent;

        Stage(int percent) {
            this.percent = percent;
        }
    }

    private final ProgressBar bar;

    public static ProgressLine onStandardError() {
        return new ProgressLine(System.err);
    }

    private ProgressLine(PrintStream stream) {
        bar = new ProgressBarBuilder()
                .setTaskName("Training")
                .setInitialMax(100)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(stream, 80))
                .build();
    }

    @Override
    public void progress(String stage, double done) {
        int before = 0;
        for (var known : Stage.values()) {
            if (known.name().equalsIgnoreCase(stage)) {
                bar.setExtraMessage(" " + stage);
                bar.stepTo(before + (long) (done * known.percent));
                return;
            }
            before += known.percent;
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
