package org.coursewise.events.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress();

    @Test
    void nothingReadIsNothingToCommit() {
        assertThat(progress.toCommit()).isEmpty();
    }

    @Test
    void onlyWhatIsDoneUpToTheFirstInHandIsCommitted() {
        progress.begun(10);
        progress.begun(11);
        progress.begun(14);
        progress.done(11);
        assertThat(progress.toCommit()).isEmpty();
        progress.done(10);
        assertThat(progress.toCommit()).hasValue(14);
        progress.done(14);
        assertThat(progress.toCommit()).hasValue(15);
    }

    @Test
    void whatWasCommittedIsNoNews() {
        progress.begun(10);
        progress.done(10);
        progress.committed(11);
        assertThat(progress.toCommit()).isEmpty();
    }
}
