/** What other modules' server code may call. Announces: task.given, .passed, .done, .returned, .checked, .withdrawn. */
export { registerTeam } from './actions/read-tasks.ts'
export { checkTask, doTask, giveTask, photosOfTask } from './actions/tasks.ts'
export { tasksPersonal } from './data/personal.ts'
export { taskProofs } from './data/proofs.ts'
export { findTask, overdueTasks, tasksByIds } from './data/tasks.ts'
