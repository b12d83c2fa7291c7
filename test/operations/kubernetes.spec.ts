import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProcessName, readConfiguration } from '@mainstay/configuration';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Secret } from 'kubernetes-models/v1/Secret';
import { Service } from 'kubernetes-models/v1/Service';
import { parse, parseAllDocuments } from 'yaml';

const folder = join(__dirname, '../../infra/kubernetes');
const models = {
  Deployment,
  HorizontalPodAutoscaler,
  Job,
  Ingress,
  NetworkPolicy,
  PodDisruptionBudget,
  ConfigMap,
  Secret,
  Service,
};

interface Manifest {
  readonly apiVersion: string;
  readonly kind: keyof typeof models;
  readonly metadata: { readonly name: string };
  readonly data?: Record<string, string>;
  readonly stringData?: Record<string, string>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the schemas themselves check the shape
  readonly spec: any;
}

const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml');
const manifests = files.flatMap((file) =>
  parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document): [string, Manifest] => {
    const manifest = document.toJS() as Manifest;
    return [`${file}: ${manifest.kind} ${manifest.metadata.name}`, manifest];
  }),
);
const of = (kind: keyof typeof models) => manifests.map(([, manifest]) => manifest).filter((one) => one.kind === kind);
const named = (kind: keyof typeof models, name: string) => of(kind).find(({ metadata }) => metadata.name === name)!;

describe('the manifests', () => {
  it.each(manifests)('%s keeps to the schema of Kubernetes', (_, manifest) => {
    const Model = models[manifest.kind] as unknown as new (of: object) => { apiVersion: string; validate(): void };
    const model = new Model(manifest);
    expect(() => model.validate()).not.toThrow();
    expect(model.apiVersion).toBe(manifest.apiVersion);
  });

  it('would be refused with a member that Kubernetes does not know as it is written', () => {
    const broken = structuredClone(named('Deployment', 'mainstay-api'));
    broken.spec.replicas = 'two';
    expect(() => new Deployment(broken as never).validate()).toThrow();
  });

  it('are all applied by the kustomization, but for the example of the secrets', () => {
    const { resources } = parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')) as { resources: string[] };
    expect([...resources, 'secrets.example.yaml'].sort()).toEqual(files.sort());
  });
});

describe('each process', () => {
  const pods = [...of('Deployment'), ...of('Job')].map((one): [string, Manifest] => [one.metadata.name, one]);

  it.each(pods)(
    '%s runs as nobody special, writes nowhere but to its own folder, and knows its limits',
    (_, { spec }) => {
      const pod = spec.template.spec;
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      expect(pod.automountServiceAccountToken).toBe(false);
      for (const { securityContext, resources } of pod.containers) {
        expect(securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(resources).toMatchObject({
          requests: { cpu: expect.any(String) },
          limits: { memory: expect.any(String) },
        });
      }
    },
  );

  it.each(of('Deployment').map((one): [string, Manifest] => [one.metadata.name, one]))(
    '%s is there twice, is probed, survives the loss of a node, and has time to finish',
    (name, { spec }) => {
      expect(spec.replicas).toBeGreaterThanOrEqual(2);
      const pod = spec.template.spec;
      const [container] = pod.containers;
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) expect(container[probe]).toBeDefined();
      expect(container.livenessProbe.httpGet.path).not.toContain('ready');
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(30);
      expect(named('PodDisruptionBudget', name).spec).toMatchObject({
        maxUnavailable: 1,
        selector: spec.selector,
      });
      expect(spec.template.metadata.labels).toEqual(spec.selector.matchLabels);
    },
  );

  const settings = named('ConfigMap', 'mainstay').data!;
  const secretsOf = (process: string) => named('Secret', `mainstay-${process}`).stringData!;
  const example: Readonly<Record<string, string>> = {
    EVENTSTOREDB_URL: 'esdb://mainstay:Qz7-kLm2-Vt9x@events.example.com:2113',
    KEYCLOAK_ADMIN_URL: 'https://kam.example.com/identity/admin/realms/mainstay',
    MAINSTAY_PERSONAL_DATA_KEY: Buffer.from(Array.from({ length: 32 }, (_, byte) => byte * 5)).toString('base64'),
    DATABASE_URL_SUPERUSER: 'postgres://postgres:Qz7-kLm2-Vt9x@postgres.example.com/postgres?sslmode=verify-full',
  };

  it.each<ProcessName>(['api', 'relay', 'projector', 'migrate'])(
    '%s accepts what its configuration and its secret hold',
    (process) => {
      const secrets = Object.fromEntries(
        Object.keys(secretsOf(process)).map((name) => [name, example[name] ?? `Qz7-${name}-Vt9x`]),
      );
      expect(readConfiguration(process, { ...settings, ...secrets }).production).toBe(true);
    },
  );

  it('scales with the load: the API by its work, the projectors by what readers wait for', () => {
    const [api, projector] = ['api', 'projector'].map(
      (name) => named('HorizontalPodAutoscaler', `mainstay-${name}`).spec,
    );
    expect(api.scaleTargetRef.name).toBe('mainstay-api');
    expect(projector.metrics[0].external.metric.name).toBe('mainstay_projector_lag_events');
    expect(projector.maxReplicas).toBeLessThanOrEqual(Number(settings.KAFKA_TOPIC_PARTITIONS));
  });
});

describe('the network', () => {
  it('lets nothing in or out of a process that no rule names', () => {
    const closed = named('NetworkPolicy', 'mainstay-nothing-else').spec;
    expect(closed).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'mainstay' } },
      policyTypes: ['Ingress', 'Egress'],
    });
    expect(named('NetworkPolicy', 'mainstay-api').spec.ingress).toHaveLength(1);
  });
});
