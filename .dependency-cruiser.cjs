const entries = 'src/(app/main\\.ts|app/web/(main\\.tsx|service-worker\\.ts)|ui-kit/gallery/main\\.tsx|platform/testing/(test-cluster|leave-nothing)\\.ts)$|\\.test\\.ts$'

/** Circles and dead files. Who may import whom is checked by tools/tidy/rules/import-direction.ts. */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-dead-file',
      severity: 'error',
      from: { path: entries },
      to: { path: '^src/.+[.](ts|tsx)$', pathNot: [entries, '[.]d[.]ts$'], reachable: false },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^src/',
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.css'], exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
}
