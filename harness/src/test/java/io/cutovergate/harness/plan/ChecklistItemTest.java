package io.cutovergate.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.checklist.Checklist;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecklistItemTest {

    private final List<ChecklistItem> items = ChecklistItem.ours();

    @Test
    void readsEveryItemOnceAndInOrder() {
        assertThat(Checklist.ALL).hasSize(49).doesNotHaveDuplicates();
        assertThat(Checklist.ALL).containsExactlyInAnyOrderElementsOf(annotations());
        assertThat(items)
                .extracting(ChecklistItem::id)
                .doesNotHaveDuplicates()
                .startsWith("services-deployed")
                .endsWith("cost-within-budget");
    }

    @Test
    void tagsEveryItemWithGatesOfOurs() {
        assertThat(items).allSatisfy(item -> {
            assertThat(item.gates()).as(item.id()).isNotEmpty();
            assertThat(item.strangeTags()).as(item.id()).isEmpty();
        });
        assertThat(itemsOf(Gate.DEV)).isEqualTo(11);
        assertThat(itemsOf(Gate.STAGING)).isEqualTo(24);
    }

    @Test
    void neverLetsTheDataTheWritesAndTheRollbackBeWaived() {
        assertThat(items)
                .filteredOn(item -> !item.waivable())
                .extracting(ChecklistItem::id)
                .containsExactlyInAnyOrder("data-integrity", "no-write-lost", "rollback-in-time");
    }

    @Test
    void standsOnlyOnItemsOfTheSameGates() {
        assertThat(items).allSatisfy(item -> Stream.concat(item.needs().stream(), item.composedOf().stream())
                .forEach(
                        other -> assertThat(items).extracting(ChecklistItem::id).contains(other)));
    }

    private long itemsOf(Gate gate) {
        return items.stream().filter(item -> item.gates().contains(gate)).count();
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends java.lang.annotation.Annotation>> annotations() {
        return Stream.of(Checklist.class.getDeclaredClasses())
                .filter(Class::isAnnotation)
                .<Class<? extends java.lang.annotation.Annotation>>map(
                        type -> (Class<? extends java.lang.annotation.Annotation>) type)
                .toList();
    }
}
