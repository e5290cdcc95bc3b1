// All browser tests: node all.mjs PROGRAM FIXTURES FOLDER
import './report.mjs';
import './dashboard.mjs';
import { run_tests } from './room.mjs';

await run_tests();
