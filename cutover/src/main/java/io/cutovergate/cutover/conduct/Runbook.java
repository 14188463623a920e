package io.cutovergate.cutover.conduct;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.yaml.Units;
import java.util.List;

/** One page for the night on which this program is not there: the literal commands for going on, and for going back. */
public final class Runbook {

    private Runbook() {}

    /**
     * The page in Markdown.
     *
     * @param back the steps of the rollback; empty where there are none
     */
    public static String page(Script script, List<Script.Step> back, Migration migration) {
        StringBuilder page = new StringBuilder();
        page.append("# ")
                .append(script.gate())
                .append(" of ")
                .append(migration.environment().environment())
                .append("\n\n");
        page.append("Commands run in `")
                .append(script.folder())
                .append("`, with the variables of the environment file.\n");
        if (script.window() != null) {
            page.append("The window is ")
                    .append(Units.print(script.window()))
                    .append("; turning back takes up to ")
                    .append(Units.print(script.wayBack()))
                    .append(".\n");
        }
        page.append("\n## Going on\n\n");
        int number = 1;
        for (Script.Step step : script.steps()) {
            page.append(number++).append(". ").append(step.id());
            if (step.rule().pointOfNoReturn()) {
                page.append(" (point of no return)");
            }
            page.append('\n');
            if (!step.rule().run().isEmpty()) {
                page.append(code(step.rule().run()));
            } else {
                page.append("\n   Must hold before going on: ")
                        .append(String.join(", ", step.rule().prove()))
                        .append("\n\n");
            }
            if (step.rule().doneWhen() != null) {
                page.append("   Done when `")
                        .append(step.rule().doneWhen())
                        .append("` holds, within ")
                        .append(Units.print(step.rule().within()))
                        .append(".\n\n");
            }
        }
        page.append("## Going back, before the point of no return\n\nThe last one that was begun first:\n\n");
        for (int i = script.steps().size() - 1; i >= 0; i--) {
            Script.Step step = script.steps().get(i);
            if (!step.rule().undo().isEmpty()) {
                page.append("- ")
                        .append(step.id())
                        .append('\n')
                        .append(code(step.rule().undo()));
            }
        }
        page.append("## Going back, after it\n\n");
        if (back.isEmpty()) {
            page.append("The environment file has no `rollback.steps`.\n");
        }
        back.stream().filter(step -> !step.rule().run().isEmpty()).forEach(step -> page.append("- ")
                .append(step.id())
                .append('\n')
                .append(code(step.rule().run())));
        return migration.secrets().mask(page.toString());
    }

    private static String code(List<String> arguments) {
        return "\n   ```\n   "
                + String.join(" ", arguments.stream().map(Runbook::quoted).toList()) + "\n   ```\n\n";
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./:=@%+,-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
