// Who may import whom. The table of ARCHITECTURE.md, checked in every test run at error level.
const ourRooms = '^(electron|renderer|endpoint|pictures|shared|tests|scripts)/';

/** A room that may import only the rooms named (and packages). */
const room = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: ourRooms, pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    room('shared-imports-nothing-of-ours', '^shared/', '^shared/'),
    room('pictures-import-shared-only', '^pictures/', '^(pictures|shared)/'),
    room('core-imports-shared-and-pictures', '^electron/core/', '^(electron/core|pictures|shared)/'),
    room('renderer-imports-shared-only', '^renderer/', '^(renderer|shared)/'),
    room('endpoint-imports-shared-and-pictures', '^endpoint/', '^(endpoint|pictures|shared)/'),
    room('main-imports-core-and-shared', '^electron/main/', '^(electron/main|electron/core|shared)/'),
    room('preload-imports-shared', '^electron/preload/', '^(electron/preload|shared)/'),
    room('host-imports-core-and-shared', '^electron/host/', '^(electron/host|electron/core|shared)/'),
    {
      name: 'only-the-shell-imports-electron',
      severity: 'error',
      from: { pathNot: '^electron/(main|preload)/' },
      to: { path: '(^electron$|node_modules/electron/)' },
    },
    {
      name: 'only-the-editor-knows-lexical',
      severity: 'error',
      from: { pathNot: '^(renderer/editor/|tests/)' },
      to: { path: 'node_modules/(lexical|@lexical)/' },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
