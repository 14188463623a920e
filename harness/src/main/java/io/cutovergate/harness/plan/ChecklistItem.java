package io.cutovergate.harness.plan;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Suite;
import io.cutovergate.harness.checklist.Checklist;
import io.cutovergate.harness.checklist.Item;
import io.cutovergate.harness.checklist.Standpoint;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/**
 * An item as its annotation declares it.
 *
 * @param strangeTags tags that are no gate's: a slip that would make the item silently vanish from its gate
 */
public record ChecklistItem(
        String id,
        String title,
        String proof,
        Suite suite,
        boolean signOff,
        boolean waivable,
        List<String> needs,
        List<String> after,
        List<String> composedOf,
        Standpoint at,
        Set<Gate> gates,
        List<String> strangeTags) {

    /** Our own 49, in the order of the file. */
    public static List<ChecklistItem> ours() {
        return Checklist.ALL.stream().map(ChecklistItem::of).toList();
    }

    /** Reads an annotation that carries {@link Item}; an {@link IllegalArgumentException} if it does not. */
    public static ChecklistItem of(Class<? extends Annotation> annotation) {
        Item item = annotation.getAnnotation(Item.class);
        if (item == null) {
            throw new IllegalArgumentException(annotation.getName() + " carries no @Item");
        }
        Set<Gate> gates = EnumSet.noneOf(Gate.class);
        List<String> strange = new ArrayList<>();
        for (String tag : tags(annotation)) {
            Gate.of(tag).ifPresentOrElse(gates::add, () -> strange.add(tag));
        }
        return new ChecklistItem(
                item.id(),
                item.title(),
                item.proof(),
                item.suite(),
                item.signOff(),
                item.waivable(),
                ids(item.needs()),
                ids(item.after()),
                ids(item.composedOf()),
                item.at(),
                gates,
                List.copyOf(strange));
    }

    private static List<String> tags(Class<? extends Annotation> annotation) {
        List<String> tags = new ArrayList<>();
        for (Annotation present : annotation.getAnnotations()) {
            if (present instanceof Tag tag) {
                tags.add(tag.value());
            }
            for (Tag tag : present.annotationType().getAnnotationsByType(Tag.class)) {
                tags.add(tag.value());
            }
        }
        for (Tag tag : annotation.getAnnotationsByType(Tag.class)) {
            if (!tags.contains(tag.value())) {
                tags.add(tag.value());
            }
        }
        return tags;
    }

    private static List<String> ids(Class<? extends Annotation>[] items) {
        return Arrays.stream(items)
                .map(type -> type.getAnnotation(Item.class).id())
                .toList();
    }
}
