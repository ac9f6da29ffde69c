package london.loti.workbench;

import java.io.Console;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on a terminal, and nothing at all in a pipe. */
final class Progress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static Progress ofSteps(String task, int steps) {
        return new Progress(
                isTerminal()
                        ? new ProgressBarBuilder()
                                .setTaskName(task)
                                .setInitialMax(steps)
                                .setStyle(ProgressBarStyle.ASCII)
                                .setUpdateIntervalMillis(100)
                                .hideEta()
                                .clearDisplayOnFinish()
                                .build()
                        : null);
    }

    /** One step is done; the next begins. */
    void step(String next) {
        if (bar != null) {
            bar.setExtraMessage(next);
            bar.step();
        }
    }

    /** So much of the whole is done, where there are a hundred steps. */
    void at(double share) {
        if (bar != null) {
            bar.stepTo((long) (100 * share));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    /** From Java 22 on there is a console in a pipe too, and it has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
