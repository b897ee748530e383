// Writes what a run of the tests came to, for scripts/test.mjs: {passed, failed, skipped: [{name, reason}]} to the
// file named in TOASOAN_TALLY. A file that could not be loaded and an error outside every test count as one failure.
import { writeFileSync } from 'node:fs';

export default class TallyReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const tally = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') tally.passed += 1;
        else if (result.state === 'skipped') tally.skipped.push({ name: test.fullName, reason: result.note ?? '' });
        else failedHere += 1;
      }
      tally.failed += failedHere === 0 && module.state() === 'failed' ? 1 : failedHere;
    }
    writeFileSync(process.env.TOASOAN_TALLY, JSON.stringify(tally));
  }
}
