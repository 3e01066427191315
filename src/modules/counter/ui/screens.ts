import type { Screen } from '../../../platform/web/screens.ts'

export const counterScreens: readonly Screen[] = []
