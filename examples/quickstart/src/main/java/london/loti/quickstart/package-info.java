/** Short programs, one a task, that show how an application embeds loti. Each is quoted in the README. */
@NullMarked
package london.loti.quickstart;

import org.jspecify.annotations.NullMarked;
