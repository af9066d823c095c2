package org.coursewise.recommender.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricInverseTest {

    /** One row, less than a block, exactly one, one more, several with a rest. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 65, 300})
    void aMatrixTimesItsInverseIsTheIdentity(int size) throws Exception {
        var matrix = positiveDefinite(size, 3);
        var inverse = matrix.plusDiagonal(0);
        try (var workers = new Workers(2)) {
            SymmetricInverse.invert(inverse, workers);
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum += matrix.get(i, k) * inverse.get(k, j);
                }
                assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-9));
            }
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeABit() throws Exception {
        var one = positiveDefinite(200, 5);
        var three = one.plusDiagonal(0);
        try (var alone = new Workers(1);
                var together = new Workers(3)) {
            SymmetricInverse.invert(one, alone);
            SymmetricInverse.invert(three, together);
        }
        for (int i = 0; i < 200; i++) {
            assertThat(three.row(i)).isEqualTo(one.row(i));
        }
    }

    @Test
    void whatIsNotPositiveDefiniteIsRefused() {
        var zero = new Triangle(3);
        try (var workers = new Workers(1)) {
            assertThatThrownBy(() -> SymmetricInverse.invert(zero, workers)).isInstanceOf(ArithmeticException.class);
        }
    }

    private static Triangle positiveDefinite(int size, long seed) {
        var random = new SplittableRandom(seed);
        var factor = new double[size][size];
        for (var row : factor) {
            for (int j = 0; j < size; j++) {
                row[j] = random.nextDouble() - 0.5;
            }
        }
        var matrix = new Triangle(size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < size; k++) {
                    matrix.row(i)[j] += factor[i][k] * factor[j][k];
                }
            }
            matrix.row(i)[i] += 1;
        }
        return matrix;
    }
}
