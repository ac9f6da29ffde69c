package london.loti.model.privacy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what kind of data a component of a record about a resident holds. Every component of such a record carries it; a
 * test looks for those that do not.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Classified {
    /** {@return the kind of data} */
    DataClass value();
}
